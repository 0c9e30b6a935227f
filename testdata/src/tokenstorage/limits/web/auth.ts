localStorage.setItem("token", t as string);
