localStorage.setItem("jwt", x); // want tokenstorage:"token \"jwt\" is kept in localStorage"
