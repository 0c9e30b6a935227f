localStorage.setItem("token", ((
