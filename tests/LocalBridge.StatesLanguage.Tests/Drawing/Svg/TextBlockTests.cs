using CsCheck;
using LocalBridge.StatesLanguage.Drawing.Svg;

namespace LocalBridge.StatesLanguage.Tests.Drawing.Svg;

internal sealed class TextBlockTests
{
    private static string Wrap(string text) => string.Join('|', TextBlock.Wrap(text, 10, 100).Lines);

    [TestCase("", "")]
    [TestCase("short", "short")]
    [TestCase("two words that do not fit on a line", "two words that do not|fit on a line")]
    [TestCase("$.trigger = \"requestRejected\"", "$.trigger =|\"requestRejected\"")]
    [TestCase("arn:aws:lambda:us-east-1:function", "arn:aws:lambda:us-|east-1:function")]
    [TestCase("AVeryLongNameInPascalCaseWithoutBlanks", "AVeryLongNameIn|PascalCaseWithout|Blanks")]
    [TestCase("mmmmmmmmmmmmmmmmmmmm", "mmmmmmmmmmmm|mmmmmmmm")]
    public void Wrap_Text_BreaksWhereItDisturbsLeast(string text, string expected)
    {
        Assert.That(Wrap(text), Is.EqualTo(expected));
    }

    [Test]
    public void Wrap_AnyText_LosesNothingButBlanksAndFits()
    {
        Gen.String[Gen.Char["abcDEF 日m.-_$"], 0, 60].Sample(
            static text =>
            {
                TextBlock block = TextBlock.Wrap(text, 10, 60);
                Assert.That(string.Concat(block.Lines).Replace(" ", string.Empty), Is.EqualTo(text.Replace(" ", string.Empty)));
                Assert.That(block.Width, Is.LessThanOrEqualTo(60));
            },
            seed: "0N0XIzNsQ0O2",
            iter: 500,
            threads: 1);
    }
}
