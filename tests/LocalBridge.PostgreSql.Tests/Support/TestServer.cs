using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LocalBridge.PostgreSql.Tests.Support;

/// <summary>A PostgreSQL server of its own, so that a test may stop it and disturb nobody; gone with it.</summary>
/// <remarks>It runs as the user <c>postgres</c> where the tests run as root, whom PostgreSQL refuses.</remarks>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly string _directory;

    private TestServer(string directory)
    {
        _directory = directory;
    }

    internal string ConnectionString { get; private set; } = "";

    private string Data => Path.Combine(_directory, "data");

    /// <summary>Makes and starts a server. Reports the test skipped where there is no server, or its programs are not on this machine.</summary>
    internal static async Task<TestServer> StartAsync()
    {
        TestDatabase.GetConnectionString();
        if (FindPrograms() is null)
        {
            Assert.Ignore("PostgreSQL's programs are not in /usr/lib/postgresql, so there is no server here that a test may restart.");
        }

        var server = new TestServer(Directory.CreateTempSubdirectory("localbridge-server-").FullName);
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", ["postgres", server._directory]);
        }

        await RunAsync("initdb", ["-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-N", "-D", server.Data]);
        int port = FindPort();
        await server.ControlAsync("start", "-l", Path.Combine(server._directory, "log"), "-o", $"-c listen_addresses=127.0.0.1 -p {port} -k {server._directory}");
        server.ConnectionString = string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres");
        return server;
    }

    /// <summary>Stops the server and starts it again.</summary>
    /// <param name="mode"><c>fast</c>: transactions are rolled back, the server shuts down in order. <c>immediate</c>: as if it had crashed.</param>
    internal Task RestartAsync(string mode) => ControlAsync("restart", "-m", mode, "-l", Path.Combine(_directory, "log"));

    public async ValueTask DisposeAsync()
    {
        await ControlAsync("stop", "-m", "immediate");
        Directory.Delete(_directory, recursive: true);
    }

    private static string? FindPrograms() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(static version => Path.Combine(version, "bin")).Where(static bin => File.Exists(Path.Combine(bin, "initdb"))).Max()
        : null;

    private static int FindPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Task ControlAsync(string verb, params string[] arguments) => RunAsync("pg_ctl", [verb, "-D", Data, "-w", "-t", "60", .. arguments]);

    private static async Task RunAsync(string program, string[] arguments)
    {
        string[] command = program == "chown" ? [program, .. arguments] : [Path.Combine(FindPrograms()!, program), .. arguments];
        if (Environment.IsPrivilegedProcess && program != "chown")
        {
            command = ["runuser", "-u", "postgres", "--", .. command];
        }

        // Its output is not redirected: the server would hold the pipe open.
        using Process process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" > /dev/null 2>&1", "sh", .. command]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{string.Join(' ', command)}' ended with {process.ExitCode}.");
        }
    }
}
