// Runs a script beside this one on each of the directories that follow its name: what the script imports is loaded once for all.
const [, , script, ...dirs] = process.argv;

for (const [i, dir] of dirs.entries()) {
  process.argv[2] = dir;
  try {
    await import(`./${script}?${i}`);
  } catch (e) {
    console.log(dir + ': ' + e.stack);
    process.exitCode = 1;
  }
}
