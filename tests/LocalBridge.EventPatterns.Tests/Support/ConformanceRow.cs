using System.Text;
using System.Text.Json;

namespace LocalBridge.EventPatterns.Tests.Support;

/// <summary>One line of the conformance data. Texts are kept raw: the spelling of numbers and escapes matters.</summary>
public sealed class ConformanceRow
{
    private readonly JsonElement _row;

    public ConformanceRow(JsonElement row) => _row = row;

    public string Id => _row.GetProperty("id").GetString()!;

    public string Pattern => Text("pattern");

    public byte[] Event => Encoding.UTF8.GetBytes(Text("event"));

    public bool IsQuirk => _row.TryGetProperty("quirk", out _);

    public bool Valid => Expect.GetProperty("valid").GetBoolean();

    public bool Match => Expect.GetProperty("match").GetBoolean();

    public string? Error => String(Expect, "error");

    public string? ErrorKind => String(Expect, "errorKind");

    public string? Message => String(Expect, "message");

    public bool EventIsRefused => Expect.TryGetProperty("eventError", out _);

    public (int?, int?) ErrorAt => Expect.TryGetProperty("errorAt", out JsonElement at)
        ? (at.GetProperty("line").GetInt32(), at.GetProperty("column").GetInt32())
        : (null, null);

    public (bool Valid, bool Match) Clean => (_row.GetProperty("clean").GetProperty("valid").GetBoolean(), _row.GetProperty("clean").GetProperty("match").GetBoolean());

    public int? Complexity => _row.TryGetProperty("complexity", out JsonElement complexity) ? complexity.GetInt32() : null;

    public int? SubRules => _row.TryGetProperty("subRules", out JsonElement count) ? count.GetInt32() : null;

    public bool RejectedByEventBridge => _row.GetProperty("rejectedByEventBridge").GetBoolean();

    private JsonElement Expect => _row.GetProperty("expect");

    public override string ToString() => Id;

    private static string? String(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private string Text(string name) =>
        _row.TryGetProperty(name, out JsonElement embedded) ? embedded.GetRawText() : _row.GetProperty($"{name}Text").GetString()!;
}
