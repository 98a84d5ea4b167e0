using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using LocalBridge.Json.Tests.Support;

namespace LocalBridge.Json.Tests.Reading;

public sealed class RoundTripPropertyTests
{
    private const int Iterations = 3_000;
    private const string Seed = "0000KOIPe003";

    [Test]
    public void Parse_OfTheWrittenText_IsTheValueAndTheSameText() => JsonGen.Values.Sample(
        value =>
        {
            JsonValue read = JsonValue.Parse(value.ToUtf8());
            return read == value
                && read.GetHashCode() == value.GetHashCode()
                && read.ToJson() == value.ToJson()
                && JsonValue.Parse(value.ToJson()) == value
                && JsonValue.Parse(value.ToIndentedJson()) == value;
        },
        seed: Seed,
        iter: Iterations);

    [Test]
    public void GetUtf8Length_AnyValue_IsTheNumberOfBytesWritten() => JsonGen.Values.Sample(
        value => value.GetUtf8Length() == value.ToUtf8().Length && value.GetUtf8Length() == value.ToUtf8().Length,
        seed: Seed,
        iter: Iterations);

    [Test]
    public void Interop_WithSystemTextJson_KeepsTheValue() => JsonGen.Values.Where(HasNoLoneSurrogate).Sample(
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
        seed: Seed,
        iter: Iterations);

    [Test]
    public void TryParse_MutatedText_AgreesWithSystemTextJson()
    {
        // Mutations hit UTF-8 sequences, escapes, numbers and structure; the depth stays far below both limits.
        Gen<byte[]> mutated = Gen.Select(JsonGen.Values.Where(HasNoLoneSurrogate), Gen.Int[0, 1_000_000], Gen.Byte, Gen.Int[0, 2])
            .Select((value, at, changed, kind) => Mutate(value.ToUtf8(), at, changed, kind));

        mutated.Sample(
            json => JsonValue.TryParse(json, out _, out _) == IsJson(json),
            writeLine: null,
            seed: Seed,
            iter: 20_000,
            print: json => Encoding.UTF8.GetString(json));
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
