using LocalBridge.Json.Jsonata;
using LocalBridge.Json.Jsonata.Hosted;

namespace LocalBridge.Json.Tests.Jsonata.Hosted;

public sealed class HostedTests
{
    [TestCase(42, 0.7275636800328681)]
    [TestCase(0, 0.730967787376657)]
    [TestCase(123456789, 0.664038103272266)]
    public void FirstDouble_Seed_IsThatOfJava(double seed, double expected) => Assert.That(JavaRandom.FirstDouble(seed), Is.EqualTo(expected));

    [TestCase("MD5", "d41d8cd98f00b204e9800998ecf8427e")]
    [TestCase("SHA-1", "da39a3ee5e6b4b0d3255bfef95601890afd80709")]
    [TestCase("SHA-256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void Compute_EmptyText_GivesTheDigest(string algorithm, string expected) => Assert.That(TextHash.Compute("", algorithm), Is.EqualTo(expected));

    [TestCase("SHA-384", 96)]
    [TestCase("SHA-512", 128)]
    public void Compute_LongDigest_HasItsLength(string algorithm, int expected) => Assert.That(TextHash.Compute("é", algorithm), Has.Length.EqualTo(expected));

    [Test]
    public void Compute_UnknownAlgorithm_Fails() =>
        Assert.That(() => TextHash.Compute("", "sha1"), Throws.TypeOf<JsonataException>().With.Property("Code").EqualTo("T0410"));

    [Test]
    public void Create_Bits_MakesAVersion4Uuid() =>
        Assert.That(RandomUuid.Create(0x0123_4567_89AB_CDEF, ulong.MaxValue), Is.EqualTo("01234567-89ab-4def-bfff-ffffffffffff"));

    [TestCase("[1,2,3,4,5]", 2, "[[1,2],[3,4],[5]]")]
    [TestCase("[1]", 9, "[[1]]")]
    [TestCase("[]", 1, "[]")]
    public void Partition_Array_IsCut(string array, double size, string expected) =>
        Assert.That(((JsonValue)ArrayFunctions.Partition(JsonValue.Parse(array).AsArray(), size)).ToJson(), Is.EqualTo(expected));

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(0.5)]
    [TestCase(double.NaN)]
    public void Partition_NoSize_Fails(double size) =>
        Assert.That(() => ArrayFunctions.Partition(JsonArray.Empty, size), Throws.TypeOf<JsonataException>());

    [TestCase(1, 9, 2, "[1,3,5,7,9]")]
    [TestCase(1, 9, 9, "[1]")]
    [TestCase(3, 1, -1, "[3,2,1]")]
    [TestCase(3, 1, 1, "[]")]
    public void Range_Numbers_AreCounted(double first, double last, double step, string expected) =>
        Assert.That(((JsonValue)ArrayFunctions.Range(first, last, step, 100)).ToJson(), Is.EqualTo(expected));

    [TestCase(0, 100, 1)]
    [TestCase(0, 1, 0)]
    public void Range_TooManyNumbers_Fails(double first, double last, double step) =>
        Assert.That(() => ArrayFunctions.Range(first, last, step, 100), Throws.TypeOf<JsonataException>());

    [Test]
    public void Parse_OtherText_Fails() =>
        Assert.That(() => JsonText.Parse("{"), Throws.TypeOf<JsonataException>().With.Message.Contains("is not JSON"));
}
