using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Tests.Operators;

/// <summary>Facts of Unicode's SpecialCasing.txt and UnicodeData.txt, among them those .NET's invariant mappings leave out.</summary>
public sealed class CaseMappingTests
{
    [TestCase("a", "a", "A")]
    [TestCase("\u00df", "\u00df", "SS")]
    [TestCase("\u1e9e", "\u00df", "\u1e9e")]
    [TestCase("\u0130", "i\u0307", "\u0130")]
    [TestCase("\u0131", "\u0131", "I")]
    [TestCase("\u017f", "\u017f", "S")]
    [TestCase("\u212a", "k", "\u212a")]
    [TestCase("\u2126", "\u03c9", "\u2126")]
    [TestCase("\u0149", "\u0149", "\u02bcN")]
    [TestCase("\ufb01", "\ufb01", "FI")]
    [TestCase("\ufb03", "\ufb03", "FFI")]
    [TestCase("\u0390", "\u0390", "\u0399\u0308\u0301")]
    [TestCase("\u1fb7", "\u1fb7", "\u0391\u0342\u0399")]
    [TestCase("\u0587", "\u0587", "\u0535\u0552")]
    [TestCase("\u03a3", "\u03c3", "\u03a3")]
    [TestCase("\u03c2", "\u03c2", "\u03a3")]
    [TestCase("\u01c5", "\u01c6", "\u01c4")]
    [TestCase("\ud801\udc00", "\ud801\udc28", "\ud801\udc00")]
    [TestCase("1", "1", "1")]
    public void Map_Character_GivesUnicodeForms(string character, string lower, string upper)
    {
        Assert.That(CaseMapping.ToLower(character), Is.EqualTo(lower));
        Assert.That(CaseMapping.ToUpper(character), Is.EqualTo(upper));
    }

    [Test]
    public void Map_LoneSurrogate_IsLeftAlone()
    {
        Assert.That(CaseMapping.ToLower("\ud800"), Is.EqualTo("\ud800"));
        Assert.That(CaseMapping.ToUpper("\ud800"), Is.EqualTo("\ud800"));
    }
}
