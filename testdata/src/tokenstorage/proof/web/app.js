localStorage.removeItem("token"); // left by an older version
