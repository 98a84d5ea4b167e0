using LocalBridge.Json.Jsonata;
using LocalBridge.Json.Jsonata.Strings;

namespace LocalBridge.Json.Tests.Jsonata.Strings;

public sealed class TextTests
{
    [TestCase("abc", 3)]
    [TestCase("a😀b", 3)]
    public void Length_Text_CountsCodePoints(string text, int expected) => Assert.That(CodePoints.Length(text), Is.EqualTo(expected));

    [Test]
    public void Length_HalfAPair_CountsAsOne() => Assert.That(CodePoints.Length("\uD83D\uD83D\uDE00"), Is.EqualTo(2));

    [TestCase("hello", 1d, null, "ello")]
    [TestCase("hello", -3d, 2d, "ll")]
    [TestCase("hello", -9d, 2d, "he")]
    [TestCase("hello", 1.9, 1.2, "el")]
    [TestCase("a😀b😀", 1d, 2d, "😀b")]
    [TestCase("hello", 9d, null, "")]
    [TestCase("hello", 1d, 0d, "")]
    public void Substring_Text_CutsCodePoints(string text, double start, double? length, string expected) =>
        Assert.That(CodePoints.Substring(text, start, length), Is.EqualTo(expected));

    [TestCase("foo", 5d, null, "foo  ")]
    [TestCase("foo", -5d, "#", "##foo")]
    [TestCase("😀", 4d, "ab", "😀aba")]
    [TestCase("foo", 5d, "", "foo  ")]
    [TestCase("foo", 2d, null, "foo")]
    public void Pad_Text_CountsCodePoints(string text, double width, string? filling, string expected) =>
        Assert.That(CodePoints.Pad(text, width, filling), Is.EqualTo(expected));

    [Test]
    public void Pad_EndlessWidth_Fails() => Assert.That(() => CodePoints.Pad("a", 1e300), Throws.TypeOf<JsonataException>());

    [TestCase("  a \t\n b  ", "a b")]
    [TestCase("a b", "a b")]
    [TestCase(" \u00A0 ", "\u00A0")]
    [TestCase("", "")]
    public void Trim_Text_MakesBlanksOne(string text, string expected) => Assert.That(TextFunctions.Trim(text), Is.EqualTo(expected));

    [TestCase("straße ŉ ﬁ ǰ ᾳ ı", "STRASSE ʼN FI J̌ ΑΙ I")]
    [TestCase("abc é", "ABC É")]
    public void ToUpper_Text_MapsFully(string text, string expected) => Assert.That(LetterCase.ToUpper(text), Is.EqualTo(expected));

    [TestCase("ΟΔΟΣ ΣΑΣ Σ", "οδος σας σ")]
    [TestCase("İX", "i̇x")]
    public void ToLower_Text_MapsFully(string text, string expected) => Assert.That(LetterCase.ToLower(text), Is.EqualTo(expected));

    [TestCase("a,b,c", ",", null, """["a","b","c"]""")]
    [TestCase("a,b,c", ",", 1.9, """["a"]""")]
    [TestCase("ab", "", null, """["a","b"]""")]
    [TestCase("", ",", null, """[""]""")]
    [TestCase("", "", null, "[]")]
    public void Split_Text_FollowsTheRules(string text, string separator, double? limit, string expected) =>
        Assert.That(((JsonValue)TextFunctions.Split(text, separator, limit)).ToJson(), Is.EqualTo(expected));

    [TestCase("aaa", "a", "b", 2d, "bba")]
    [TestCase("aaa", "a", "$0", null, "$0$0$0")]
    public void Replace_PlainText_IsTakenAsItStands(string text, string pattern, string replacement, double? limit, string expected) =>
        Assert.That(TextFunctions.Replace(text, pattern, replacement, limit), Is.EqualTo(expected));

    [Test]
    public void Replace_EmptyPattern_Fails() =>
        Assert.That(() => TextFunctions.Replace("a", "", "b"), Throws.TypeOf<JsonataException>().With.Property("Code").EqualTo("D3010"));

    [TestCase("http://x.y/ü?a=1&b=%#f", "http://x.y/%C3%BC?a=1&b=%25#f", "http%3A%2F%2Fx.y%2F%C3%BC%3Fa%3D1%26b%3D%25%23f")]
    public void Encode_Uri_EscapesWhatMustBe(string text, string uri, string component)
    {
        Assert.That(UriCoding.Encode(text), Is.EqualTo(uri));
        Assert.That(UriCoding.EncodeComponent(text), Is.EqualTo(component));
        Assert.That(UriCoding.DecodeComponent(component), Is.EqualTo(text));
    }

    [Test]
    public void Decode_Uri_KeepsReservedCharacters() => Assert.That(UriCoding.Decode("%3F%41%f0%9f%98%80"), Is.EqualTo("%3FA😀"));

    [TestCase("%")]
    [TestCase("%4")]
    [TestCase("%zz")]
    [TestCase("%C3%28")]
    [TestCase("%ED%A0%80")]
    [TestCase("%C0%80")]
    [TestCase("%FF")]
    public void Decode_MalformedUri_Fails(string text) =>
        Assert.That(() => UriCoding.DecodeComponent(text), Throws.TypeOf<JsonataException>().With.Property("Code").EqualTo("D3140"));

    [Test]
    public void Encode_LoneSurrogate_Fails() =>
        Assert.That(() => UriCoding.Encode("\uD83D"), Throws.TypeOf<JsonataException>().With.Property("FunctionName").EqualTo("encodeUrl"));

    [TestCase("hello:world", "aGVsbG86d29ybGQ=")]
    [TestCase("", "")]
    [TestCase("ÿ", "/w==")]
    public void Base64_Text_GoesThereAndBack(string text, string encoded)
    {
        Assert.That(Base64Text.Encode(text), Is.EqualTo(encoded));
        Assert.That(Base64Text.Decode(encoded), Is.EqualTo(text));
    }

    [TestCase("-_ 8\n!A", "ûÿ\u0000")]
    [TestCase("Q=Q=", "")]
    public void Base64Decode_UnusualText_IsRead(string encoded, string expected) => Assert.That(Base64Text.Decode(encoded), Is.EqualTo(expected));
}
