using System.IO.Enumeration;
using System.Text;

namespace LocalBridge.EventPatterns.Tests.Matching;

/// <summary>Wildcards that share their end are kept in one list, in blocks of eight; one rule there asks for nothing but the end.</summary>
public sealed class SharedWildcardTests
{
    private const string End = "-end";

    [TestCase(2)]
    [TestCase(8)]
    [TestCase(9)]
    [TestCase(17)]
    [TestCase(100)]
    public void Wildcards_WithOneEnd_MatchAsEachAlone(int count)
    {
        string[] shapes = [.. Shapes(count)];
        EventPatternMatcher<string> matcher = EventPatternMatcher.Create<string>();
        foreach (string shape in shapes)
            matcher = matcher.Add(shape, Parse(shape));

        AssertMatches(matcher, shapes);

        // Removed in an order that leaves gaps everywhere.
        List<string> left = [.. shapes];
        for (int index = 0; left.Count > 0; index = (index + 7) % Math.Max(left.Count, 1))
        {
            EventPatternMatcher<string> before = matcher;
            matcher = matcher.Remove(left[index]);
            AssertMatches(before, left);
            left.RemoveAt(index);
            AssertMatches(matcher, left);
        }
    }

    /// <summary>No member but guards, in numbers that fill blocks or nearly do.</summary>
    [Test]
    public void Wildcards_OfOneEndOnly_MatchAsEachAlone([Range(1, 18)] int count)
    {
        string[] shapes = [.. Enumerable.Range(0, count).Select(index => $"*{(char)('a' + index)}*{End}")];
        EventPatternMatcher<string> matcher = EventPatternMatcher.CreateRange(shapes.Select(shape => KeyValuePair.Create(shape, Parse(shape))));
        string[] matches = new string[count];

        int found = matcher.Match("""{"id":"abcdefghijklmnopqrstuvwxyz-end"}"""u8, matches);

        Assert.That(matches.Take(found), Is.EquivalentTo(shapes));
    }

    private static IEnumerable<string> Shapes(int count)
    {
        yield return "*" + End;
        for (int index = 1; index < count; index++)
            yield return (index % 5) switch
            {
                0 => $"*{(char)('a' + (index % 26))}*{index}*{End}",
                1 => $"{index % 3}*{index}*{End}",
                2 => $"*{index}*{index % 7}*{End}",
                3 => $"*{index:D4}*{End}",
                _ => $"*x{index}*{End}",
            };
    }

    private static void AssertMatches(EventPatternMatcher<string> matcher, IReadOnlyCollection<string> shapes)
    {
        foreach (string text in (string[])["-end", "x4x9-end", "0001-0012-end", "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17-end", "12-4-end", "3-3-x14-end-", $"{new string('z', 300)}x14-7-0-12-end"])
        {
            string[] matches = new string[shapes.Count];
            int found = matcher.Match(Encoding.UTF8.GetBytes($$"""{"id":"{{text}}"}"""), matches);
            Assert.That(matches.Take(found), Is.EquivalentTo(shapes.Where(shape => FileSystemName.MatchesSimpleExpression(shape, text, ignoreCase: false))), text);
        }
    }

    private static EventPattern Parse(string shape) => EventPattern.Parse($$"""{"id":[{"wildcard":"{{shape}}"}]}""", EventPatternOptions.Unlimited);
}
