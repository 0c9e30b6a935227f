localStorage.setItem("jwt", x); // of a third party
