using System.Text;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Tests.Operators;

/// <summary>The tests of texts by themselves, as guards make them.</summary>
public sealed class TextOperatorTests
{
    [TestCase("abc", "abc", true)]
    [TestCase("abc", "abcd", false)]
    [TestCase("a*", "a", true)]
    [TestCase("ab*bc", "abc", false)]
    [TestCase("ab*bc", "abbc", true)]
    [TestCase("*a*", "", false)]
    [TestCase("*ab*", "aab", true)]
    [TestCase("*ab*", "a", false)]
    [TestCase("*abc*bc*", "abcabc", true)]
    [TestCase("*abc*bc*", "ababc", false)]
    [TestCase("*abc*bcd*", "a text of more than sixteen bytes, abc and bcd", true)]
    [TestCase("*bcd*abc*", "a text of more than sixteen bytes, abc and bcd", false)]
    [TestCase("x*b*x", "xbx", true)]
    [TestCase("x*b*x", "xax", false)]
    [TestCase("*b*c*", "abc", true)]
    [TestCase("*c*b*", "abc", false)]
    public void Accepts_Wildcard_DecidesAsDocumented(string wildcard, string text, bool expected)
    {
        WildcardShape shape = WildcardShape.Parse(wildcard, out _)!;

        Assert.That(shape.Accepts(Encoding.UTF8.GetBytes(text)), Is.EqualTo(expected));
    }

    [Test]
    public void Equals_Wildcard_ComparesTheText()
    {
        WildcardShape shape = WildcardShape.Parse("a*b", out _)!;

        Assert.That(shape, Is.EqualTo(WildcardShape.Parse("a*b", out _)));
        Assert.That(shape.GetHashCode(), Is.EqualTo(WildcardShape.Parse("a*b", out _)!.GetHashCode()));
        Assert.That(shape, Is.Not.EqualTo(WildcardShape.Parse("a*c", out _)));
        Assert.That(shape.Equals(new FoldedGuard(new FoldedText("a*b"), FoldedGuard.Place.Whole)), Is.False);
    }

    [Test]
    public void Equals_FoldedGuard_ComparesTextAndPlace()
    {
        FoldedGuard guard = new(new FoldedText("\u00e9"), FoldedGuard.Place.Start);

        Assert.That(guard, Is.EqualTo(new FoldedGuard(new FoldedText("\u00e9"), FoldedGuard.Place.Start)));
        Assert.That(guard, Is.Not.EqualTo(new FoldedGuard(new FoldedText("\u00e9"), FoldedGuard.Place.End)));
        Assert.That(guard, Is.Not.EqualTo(new FoldedGuard(new FoldedText("\u00e8"), FoldedGuard.Place.Start)));
        Assert.That(guard.Equals(WildcardShape.Parse("\u00e9", out _)), Is.False);
    }

    [TestCase("a\u00e9b", "A\u00c9B", true, true, true)]
    [TestCase("a\u00e9b", "a\u00e9bc", false, true, false)]
    [TestCase("a\u00e9b", "xa\u00c9B", false, false, true)]
    [TestCase("a\u00e9b", "axb", false, false, false)]
    [TestCase("a\u00e9b", "x\u00e9b", false, false, false)]
    [TestCase("\u00df", "ss", false, false, false)]
    [TestCase("\u00df", "SSSS", false, true, true)]
    public void Accepts_FoldedGuard_LooksAtItsPlace(string pattern, string text, bool whole, bool start, bool end)
    {
        FoldedText folded = new(pattern);
        byte[] utf8 = Encoding.UTF8.GetBytes(text);

        Assert.That(new FoldedGuard(folded, FoldedGuard.Place.Whole).Accepts(utf8), Is.EqualTo(whole));
        Assert.That(new FoldedGuard(folded, FoldedGuard.Place.Start).Accepts(utf8), Is.EqualTo(start));
        Assert.That(new FoldedGuard(folded, FoldedGuard.Place.End).Accepts(utf8), Is.EqualTo(end));
    }

    [TestCase("abc", true, "abc", "abc")]
    [TestCase("aBc\u00e9De", false, "abc", "de")]
    [TestCase("\u00e9", false, "", "")]
    [TestCase("a\u212ab", false, "a", "b")]
    [TestCase("a\u017fb", false, "a", "b")]
    [TestCase("a\u00dfb", false, "a", "b")]
    public void AsciiStartAndEnd_Text_ArePlainInBothForms(string text, bool all, string start, string end)
    {
        FoldedText folded = new(text);

        Assert.That((folded.IsAllAscii, Encoding.UTF8.GetString(folded.AsciiStart()), Encoding.UTF8.GetString(folded.AsciiEnd())), Is.EqualTo((all, start, end)));
    }

    [TestCase("plain", "plain")]
    [TestCase("\\b\\f\\n\\r\\t\\/\\\\\\\"", "\b\f\n\r\t/\\\"")]
    [TestCase("x\\u0041\\u00e9y", "xA\u00e9y")]
    [TestCase("\\ud83d\\ude00", "\ud83d\ude00")]
    [TestCase("\\u12", "u12")]
    [TestCase("\\u12g4", "u12g4")]
    [TestCase("\\u", "u")]
    [TestCase("x\\", "x\\")]
    public void Unescape_Escapes_GivesTheCharacters(string escaped, string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(escaped);
        byte[] buffer = new byte[utf8.Length];

        int written = JsonEscapes.Unescape(utf8, buffer);

        Assert.That(Encoding.UTF8.GetString(buffer, 0, written), Is.EqualTo(text));
    }

    [TestCase("\\ud83d", 3)]
    [TestCase("\\ud83d\\u0041", 4)]
    [TestCase("\\ud83dx", 4)]
    [TestCase("\\ude00\\ud83d", 6)]
    [TestCase("\\ud83d\\n", 4)]
    [TestCase("\\ud83d\\ude0", 7)]
    public void Unescape_LoneSurrogate_TakesThreeBytes(string escaped, int length)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(escaped);

        Assert.That(JsonEscapes.Unescape(utf8, new byte[utf8.Length]), Is.EqualTo(length));
    }

    [TestCase("a\\u00e9\\u20ac\\ud83d\\ude00", "61 C3A9 E282AC F09F9880")]
    [TestCase("\\ud800", "ED A080")]
    [TestCase("x\\udfffy", "78 EDBFBF 79")]
    [TestCase("\\ude00\\ud83d", "EDB880 EDA0BD")]
    public void GetBytes_LoneSurrogate_HasAFormOfItsOwn(string escaped, string bytes) =>
        Assert.That(Convert.ToHexString(LenientUtf8.GetBytes(System.Text.RegularExpressions.Regex.Unescape(escaped))), Is.EqualTo(bytes.Replace(" ", "", StringComparison.Ordinal)));

    /// <summary>Two bits for a pair, spread over all places: else the signatures of different texts would be alike.</summary>
    [Test]
    public void Signature_OfEveryPairOfLetters_HasTwoBitsSpreadEvenly()
    {
        ulong[] signatures = [.. from first in Enumerable.Range('a', 26) from second in Enumerable.Range('a', 26) select TextSignature.Of([(byte)first, (byte)second])];

        Assert.That(signatures.Select(System.Numerics.BitOperations.PopCount), Is.All.InRange(1, 2));
        Assert.That(signatures.Average(signature => (double)System.Numerics.BitOperations.PopCount(signature)), Is.GreaterThan(1.9));
        Assert.That(Enumerable.Range(0, 64).Select(bit => signatures.Count(signature => (signature >> bit & 1) == 1)), Is.All.InRange(5, 60));
        Assert.That(signatures.Distinct().Count(), Is.GreaterThan(200));
    }

    [Test]
    public void Signature_OfAWildcard_IsThatOfItsPairs()
    {
        Assert.That(WildcardShape.Parse("*ab*cd*e*ab*", out _)!.Signature, Is.EqualTo(TextSignature.Of("ab"u8) | TextSignature.Of("cd"u8)));
        Assert.That(WildcardShape.Parse("a*b", out _)!.Signature, Is.Zero);
    }

    /// <summary>A text that holds another has all bits of its signature, and most texts that do not lack one.</summary>
    [Test]
    public void Signature_OfAPart_IsInThatOfTheWhole()
    {
        byte[] text = Encoding.UTF8.GetBytes("the quick brown fox");

        Assert.That(Enumerable.Range(0, 16).Select(start => TextSignature.Of(text.AsSpan(start, 4)) & ~TextSignature.Of(text)), Is.All.Zero);
        Assert.That(TextSignature.Of("jumps"u8) & ~TextSignature.Of(text), Is.Not.Zero);
        Assert.That(TextSignature.Of(new byte[256]), Is.Not.EqualTo(ulong.MaxValue));
        Assert.That(TextSignature.Of(new byte[257]), Is.EqualTo(ulong.MaxValue));
    }
}
