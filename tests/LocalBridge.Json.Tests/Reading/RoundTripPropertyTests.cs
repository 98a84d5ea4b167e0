using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using LocalBridge.Json.Tests.Support;

namespace LocalBridge.Json.Tests.Reading;

public sealed class RoundTripPropertyTests
{
    private const int Iterations = 3_000;

    private static readonly Func<JsonValue, string> Print = value => value.ToJson();

    [Test]
    public void Parse_OfTheWrittenText_IsTheValueAndTheSameText() => JsonGen.Values.Check(
        Iterations,
        value =>
        {
            JsonValue read = JsonValue.Parse(value.ToUtf8());
            return read == value
                && read.GetHashCode() == value.GetHashCode()
                && read.ToJson() == value.ToJson()
                && JsonValue.Parse(value.ToJson()) == value
                && JsonValue.Parse(value.ToIndentedJson()) == value;
        },
        Print);

    [Test]
    public void GetUtf8Length_AnyValue_IsTheNumberOfBytesWritten() => JsonGen.Values.Check(
        Iterations,
        value => value.GetUtf8Length() == value.ToUtf8().Length && value.GetUtf8Length() == value.ToUtf8().Length,
        Print);

    [Test]
    public void Interop_WithSystemTextJson_KeepsTheValue() => JsonGen.Values.Where(HasNoLoneSurrogate).Check(
        Iterations,
        value =>
        {
            JsonElement element = value.ToElement();
            using JsonDocument document = JsonDocument.Parse(value.ToJson());
            return JsonElement.DeepEquals(element, document.RootElement)
                && JsonValue.FromElement(element) == value
                && JsonValue.FromElement(element).ToJson() == value.ToJson()
                && JsonValue.FromNode(value.ToNode()) == value
                && JsonValue.FromNode(JsonNode.Parse(value.ToJson())) == value
                && JsonValue.Parse(Rewrite(value)) == value;
        },
        Print);

    [Test]
    public void TryParse_MutatedText_AgreesWithSystemTextJson()
    {
        // Mutations hit UTF-8 sequences, escapes, numbers and structure; the depth stays far below both limits.
        Gen<byte[]> mutated = Gen.Select(JsonGen.Values.Where(HasNoLoneSurrogate), Gen.Int[0, 1_000_000], Gen.Byte, Gen.Int[0, 2])
            .Select((value, at, changed, kind) => Mutate(value.ToUtf8(), at, changed, kind));

        // System.Text.Json does not look at the UTF-8 in strings until they are asked for.
        mutated.Check(
            30_000,
            json => JsonValue.TryParse(json, out _, out _) == (System.Text.Unicode.Utf8.IsValid(json) && IsJson(json)),
            Encoding.UTF8.GetString);
    }

    private static byte[] Rewrite(JsonValue value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            value.WriteTo(writer);
        }

        return stream.ToArray();
    }

    private static bool HasNoLoneSurrogate(JsonValue value) => !value.ToJson().Contains("\\uD", StringComparison.Ordinal);

    private static byte[] Mutate(byte[] json, int at, byte changed, int kind)
    {
        at %= json.Length;
        return kind switch
        {
            0 => [.. json[..at], .. json[(at + 1)..]],
            1 => [.. json[..at], changed, .. json[at..]],
            _ => [.. json[..at], changed, .. json[(at + 1)..]],
        };
    }

    private static bool IsJson(byte[] json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
