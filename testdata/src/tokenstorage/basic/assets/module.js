import {x} from "./x.js";
localStorage["id_token"] = x(); // want tokenstorage:"token \"id_token\" is kept in localStorage"
