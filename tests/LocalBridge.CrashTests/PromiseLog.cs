using System.Text;

namespace LocalBridge.CrashTests;

/// <summary>Where the child writes down what it has promised, one line each, in one write to the operating system: a killed process loses none.</summary>
internal sealed class PromiseLog : IDisposable
{
    private readonly FileStream _file;
    private readonly Lock _lock = new();

    internal PromiseLog(string path) =>
        _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    internal void Write(string line)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(line + "\n");
        lock (_lock)
        {
            _file.Write(bytes);
        }
    }

    public void Dispose() => _file.Dispose();
}
