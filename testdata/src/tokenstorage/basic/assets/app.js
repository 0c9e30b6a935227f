const KEY = "refresh_token";
let other = "token";

export async function login(name, password) {
  const answer = await fetch("/login", {method: "POST", body: JSON.stringify({name, password})});
  const {token, refresh} = await answer.json();
  localStorage.setItem(KEY, refresh); // want tokenstorage:"token \"refresh_token\" is kept in localStorage"
  localStorage.setItem(other, token); // may change
  localStorage?.setItem("draft", "x");
  db.transaction("kv", "readwrite").objectStore("kv").put(token, "jwt"); // want tokenstorage:"token \"jwt\" is kept in IndexedDB"
}
