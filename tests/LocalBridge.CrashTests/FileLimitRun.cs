using System.Diagnostics;
using System.Globalization;

namespace LocalBridge.CrashTests;

/// <summary>Runs a load in a process whose files may not grow beyond a limit (<c>RLIMIT_FSIZE</c>), and takes the limit away when calls are refused.</summary>
/// <remarks>For Linux; needs no rights.</remarks>
public static class FileLimitRun
{
    internal const string Mode = "--file-limit";

    /// <returns>How the process ended, and what it wrote: what was said to those who were refused, and its own faults.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(string path, long limit)
    {
        // The runtime asks for more than the limit when it maps code twice; the signal would end the process where a write is to fail.
        string[] command = ["exec", typeof(FileLimitRun).Assembly.Location, Mode, path];
        using Process child = Process.Start(new ProcessStartInfo(
            "/bin/sh",
            ["-c", "trap '' XFSZ; exec prlimit --fsize=\"$0\": dotnet \"$@\"", limit.ToString(CultureInfo.InvariantCulture), .. command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
        })!;
        Task<string> errors = child.StandardError.ReadToEndAsync();
        string first = await child.StandardOutput.ReadLineAsync() ?? "";
        using (Process prlimit = Process.Start("prlimit", ["--pid", child.Id.ToString(CultureInfo.InvariantCulture), "--fsize=unlimited"]))
        {
            await prlimit.WaitForExitAsync();
        }

        string output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return (child.ExitCode, $"{first}\n{output}{await errors}");
    }
}
