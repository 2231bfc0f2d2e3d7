// Tells the folders that files lay in, which name the year of a return; a browser sends only the names.

document.querySelectorAll("input[webkitdirectory]").forEach((folder) => {
  folder.form.addEventListener("submit", () => {
    folder.form.querySelectorAll(`input[name="${folder.name}_path"]`).forEach((old) => old.remove());
    for (const file of folder.files) {
      const path = document.createElement("input");
      Object.assign(path, { type: "hidden", name: `${folder.name}_path`, value: file.webkitRelativePath || file.name });
      folder.form.append(path);
    }
  });
});
