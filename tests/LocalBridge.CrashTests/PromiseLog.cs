using System.Globalization;
using System.Text;

namespace LocalBridge.CrashTests;

/// <summary>Where a child writes down what it has promised, one line each, in one write to the operating system: a killed process loses none.</summary>
internal sealed class PromiseLog : IDisposable
{
    private readonly FileStream _file;
    private readonly Lock _lock = new();

    internal PromiseLog(string directory, int instance) => _file = new FileStream(
        PathOf(directory, instance), FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    internal static string PathOf(string directory, int instance) => Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"{instance}.log"));

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
