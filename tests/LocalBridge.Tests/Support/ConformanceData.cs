using System.Text.Json;

namespace LocalBridge.Tests.Support;

/// <summary>Finds the conformance data, which is not part of the repository.</summary>
internal static class ConformanceData
{
    internal static string? Find(string relativePath)
    {
        string? root = Environment.GetEnvironmentVariable("LOCALBRIDGE_CONFORMANCE");
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); root is null && folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LocalBridge.sln")))
                root = Path.Combine(folder.Parent!.FullName, "shared", "conformance");
        }

        string path = Path.Combine(root ?? string.Empty, relativePath);
        return File.Exists(path) ? path : null;
    }

    internal static IEnumerable<JsonElement> ReadArray(string relativePath) =>
        Find(relativePath) is { } path ? JsonDocument.Parse(File.ReadAllBytes(path)).RootElement.EnumerateArray() : [];
}
