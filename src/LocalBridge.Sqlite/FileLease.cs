using LocalBridge.Storage;

namespace LocalBridge.Sqlite;

/// <summary>Keeps other processes from using the same file: a file beside it, which the operating system gives back when the process ends, however it ends.</summary>
internal sealed class FileLease : IDisposable
{
    private readonly FileStream _file;

    private FileLease(FileStream file) => _file = file;

    internal static FileLease Take(string path)
    {
        try
        {
            return new FileLease(new FileStream(path + "-owner", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StorageUnavailableException(
                $"The SQLite file '{path}' cannot be used: the process may not write to its directory. Give it the right to.", exception);
        }
        catch (IOException exception)
        {
            throw new StorageUnavailableException(
                $"The SQLite file '{path}' cannot be used: another bridge, in this or another process, is using it ({exception.Message}). End that one, or name another file.",
                exception);
        }
    }

    public void Dispose() => _file.Dispose();
}
