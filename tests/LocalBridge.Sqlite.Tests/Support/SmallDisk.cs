using System.Diagnostics;

namespace LocalBridge.Sqlite.Tests.Support;

/// <summary>A file system of some megabytes, in memory, that can be made larger; gone with the test.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryDirectory _directory;

    private SmallDisk(TemporaryDirectory directory)
    {
        _directory = directory;
    }

    /// <summary>Mounts it. Reports the test skipped where that is not allowed.</summary>
    internal static SmallDisk Mount(string size)
    {
        var directory = new TemporaryDirectory();
        if (!TryRun("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", directory.Path))
        {
            directory.Dispose();
            Assert.Ignore("A file system of its own cannot be mounted here (that needs Linux and the rights of root), so no disk can be made full.");
        }

        return new SmallDisk(directory);
    }

    internal string File(string name) => _directory.File(name);

    internal void Resize(string size)
    {
        if (!TryRun("mount", "-o", $"remount,size={size}", _directory.Path))
        {
            throw new InvalidOperationException($"The file system cannot be given {size}.");
        }
    }

    public void Dispose()
    {
        TryRun("umount", "--lazy", _directory.Path);
        _directory.Dispose();
    }

    private static bool TryRun(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // no such program
        }
    }
}
