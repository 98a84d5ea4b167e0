using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.Drawing;

namespace LocalBridge.StatesLanguage.Tests.Definitions;

/// <summary>What is nested deeply is read, written and drawn on a small stack, or refused; it never ends the process.</summary>
internal sealed class DeepDefinitionTests
{
    private const int Depth = 900; // the text may be nested 1,000 deep

    private static readonly string[] Texts =
    [
        Machine("Parallel", "\"Branches\":[", "]", 190),
        Machine("Map", "\"ItemProcessor\":", "", 300),
        Choice("{\"Not\":", "}", Depth),
        Choice("{\"And\":[", "]}", Depth / 2),
        Choice("{\"Or\":[", "]}", Depth / 2),
        Pass("Parameters", Nest("{\"a\":", "{\"b.$\":\"$\"}", "}", Depth), "JSONPath"),
        Pass("Parameters", Nest("[", "{\"b.$\":\"$\"}", "]", Depth), "JSONPath"),
        Pass("Output", Nest("{\"a\":", "\"{% 1 %}\"", "}", Depth), "JSONata"),
        Pass("Output", Nest("[", "\"{% 1 %}\"", "]", Depth), "JSONata"),
    ];

    [Test]
    public void ReadWriteAndDraw_SmallStack_GivesAResultOrAnError(
        [ValueSource(nameof(Texts))] string text, [Values(256, 320, 384, 448, 512)] int kibibytes)
    {
        Exception? failure = Run(kibibytes, () => Use(StateMachineDefinition.Parse(text)));

        Assert.That(failure, Is.Null.Or.TypeOf<DefinitionException>().Or.TypeOf<InsufficientExecutionStackException>());
    }

    // What was read where there was room for it need not find any where it is written.
    [TestCaseSource(nameof(Texts))]
    public void WriteAndDraw_ReadOnAMuchLargerStack_GivesAResultOrAnError(string text)
    {
        StateMachineDefinition? definition = null;
        Assert.That(Run(8192, () => definition = StateMachineDefinition.Parse(text)), Is.Null);

        Assert.That(Run(256, () => Use(definition!)), Is.Null.Or.TypeOf<InsufficientExecutionStackException>());
        Assert.That(Run(8192, () => Use(definition!)), Is.Null);
    }

    private static void Use(StateMachineDefinition definition)
    {
        definition.ToJson();
        definition.ToSvg();
        definition.ToMermaid();
        definition.ToDot();
    }

    private static Exception? Run(int kibibytes, Action work)
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    work();
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            kibibytes << 10);
        thread.Start();
        thread.Join();
        return failure;
    }

    private static string Nest(string opening, string core, string closing, int depth) =>
        string.Concat(Enumerable.Repeat(opening, depth)) + core + string.Concat(Enumerable.Repeat(closing, depth));

    private static string Machine(string type, string opening, string closing, int depth)
    {
        string text = """{"StartAt":"Z","States":{"Z":{"Type":"Pass","End":true}}}""";
        for (int i = 0; i < depth; i++)
        {
            text = $$$"""{"StartAt":"S{{{i}}}","States":{"S{{{i}}}":{"Type":"{{{type}}}","End":true,{{{opening}}}{{{text}}}{{{closing}}}} } }""";
        }

        return text;
    }

    private static string Choice(string opening, string closing, int depth)
    {
        string rule = Nest(opening, """{"Variable":"$.a","IsPresent":true}""", closing, depth);
        return $$$"""{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{{{rule[..^1]}}},"Next":"B"}],"Default":"B"},"B":{"Type":"Succeed"} } }""";
    }

    private static string Pass(string field, string value, string language) =>
        $$$"""{"QueryLanguage":"{{{language}}}","StartAt":"A","States":{"A":{"Type":"Pass","End":true,"{{{field}}}":{{{value}}}} } }""";
}
