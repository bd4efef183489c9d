// Nothing is imported up here: on a Node.js that is too old the imports themselves would fail, with a riddle of a message.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 18)) {
  const { start } = await import('./start.js');
  await start();
} else {
  process.stderr.write(
    `Veldwerk needs Node.js 22.18 or newer and this is ${process.versions.node}: use npm start, which brings its own.\n`,
  );
  process.exitCode = 1;
}
