using CsCheck;
using LocalBridge.Json;

namespace LocalBridge.StatesLanguage.Tests.Support;

/// <summary>Makes random valid definitions: chains of states of every type, with retriers, catchers and nested branches.</summary>
internal static class DefinitionGenerator
{
    private const string Catcher = "\"Catch\":[{\"ErrorEquals\":[\"States.ALL\"],\"ResultPath\":\"$.caught\",\"Next\":\"NEXT\"}],";
    private const string TokenCatcher =
        "\"Catch\":[{\"ErrorEquals\":[\"States.ALL\"],\"Assign\":{\"token.$\":\"$$.Task.Token\"},\"ResultPath\":\"$.caught\",\"Next\":\"NEXT\"}],";

    private const string Retrier = "\"Retry\":[{\"ErrorEquals\":[\"Boom\"],\"MaxAttempts\":2,\"JitterStrategy\":\"FULL\"}],";

    /// <summary>The first state assigns the variable that others read.</summary>
    internal static Gen<string> Definitions { get; } = Graphs(depth: 2).Select(static graph =>
    {
        int states = 0;
        var assigning = new StateText("\"Type\":\"Pass\",\"Assign\":{\"v\":0},\"Next\":\"NEXT\"");
        return Write(new Graph([assigning, .. graph.States]), ref states);
    });

    internal static Gen<JsonValue> Inputs { get; } = Gen.OneOf(
        """{"n":1,"items":[1,2,3]}""", """{"n":"x","items":[]}""", "{}", "[1,2]", "7", "null", """{"n":-1.5,"items":{"a":1}}""")
        .Select(static text => JsonValue.Parse(text));

    private static Gen<Graph> Graphs(int depth) =>
        States(depth).Array[1, 4].Select(Ends(), static (states, end) => new Graph([.. states, end]));

    private static Gen<StateText> Ends() => Gen.OneOf(
        new StateText("\"Type\":\"Succeed\""),
        new StateText("\"Type\":\"Fail\",\"Error\":\"Boom\""),
        new StateText("\"Type\":\"Pass\",\"Result\":{\"n\":2},\"End\":true"));

    private static Gen<StateText> States(int depth)
    {
        Gen<StateText> simple = Gen.OneOf(
            new StateText("\"Type\":\"Pass\",\"ResultPath\":\"$.p\",\"Next\":\"NEXT\""),
            new StateText("\"Type\":\"Pass\",\"Parameters\":{\"all.$\":\"$\",\"u.$\":\"States.UUID()\"},\"Next\":\"NEXT\""),
            new StateText("\"Type\":\"Pass\",\"InputPath\":null,\"Assign\":{\"v.$\":\"$\"},\"Next\":\"NEXT\""),
            new StateText("\"Type\":\"Pass\",\"OutputPath\":\"$.items\",\"Next\":\"NEXT\""),
            new StateText("\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.n\",\"NumericGreaterThan\":0,\"Next\":\"NEXT\"}],\"Default\":\"NEXT\""),
            new StateText("\"Type\":\"Wait\",\"Seconds\":3,\"Next\":\"NEXT\""),
            new StateText("\"Type\":\"Wait\",\"SecondsPath\":\"$.n\",\"Next\":\"NEXT\""),
            new StateText("\"Type\":\"Task\",\"Resource\":\"f\",\"TimeoutSeconds\":2,\"Next\":\"NEXT\""),
            new StateText("\"Type\":\"Pass\",\"Parameters\":{\"n\":1,\"items\":[1,{\"n\":2},\"x\"],\"r.$\":\"$$.State.Name\"},\"Assign\":{\"n\":3},\"Next\":\"NEXT\""),
            new StateText("\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$v\",\"IsPresent\":true,\"Next\":\"NEXT\"}],\"Default\":\"NEXT\""),
            new StateText("\"Type\":\"Task\",\"Resource\":\"f\",\"TimeoutSeconds\":9,\"HeartbeatSeconds\":4,\"Parameters\":{\"m.$\":\"$$.Map.Item.Index\",\"v.$\":\"$v\"}," + Catcher + "\"Next\":\"NEXT\""),
            new StateText("\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::sqs:sendMessage.waitForTaskToken\",\"HeartbeatSeconds\":5,\"Parameters\":{\"t.$\":\"$$.Task.Token\"}," + Retrier + TokenCatcher + "\"ResultPath\":null,\"Next\":\"NEXT\""),
            new StateText("\"Type\":\"Task\",\"Resource\":\"f\",\"Parameters\":{\"tries.$\":\"$$.State.RetryCount\",\"v.$\":\"$v\"}," + Retrier + Catcher + "\"ResultPath\":\"$.r\",\"Next\":\"NEXT\""));
        if (depth == 0)
        {
            return simple;
        }

        Gen<StateText> parallel = Graphs(depth - 1).Array[1, 3].Select(Gen.Bool, Gen.Bool, static (branches, retries, catches) => new StateText(
            "\"Type\":\"Parallel\"," + (retries ? Retrier : string.Empty) + (catches ? Catcher : string.Empty)
            + "\"Branches\":[GRAPHS],\"ResultPath\":null,\"Next\":\"NEXT\"",
            branches));
        Gen<StateText> map = Graphs(depth - 1).Select(Gen.Int[0, 3], Gen.Bool, static (processor, concurrency, catches) => new StateText(
            $"\"Type\":\"Map\",\"ItemsPath\":\"$.items\",\"MaxConcurrency\":{concurrency}," + (catches ? Catcher : string.Empty)
            + "\"ItemProcessor\":GRAPHS,\"ResultPath\":\"$.m\",\"Next\":\"NEXT\"",
            processor));
        return Gen.Frequency((6, simple), (1, parallel), (1, map));
    }

    private static string Write(Graph graph, ref int states)
    {
        int first = states;
        states += graph.States.Length;
        var texts = new List<string>();
        for (int i = 0; i < graph.States.Length; i++)
        {
            StateText state = graph.States[i];
            var inner = new List<string>();
            foreach (Graph innerGraph in state.Graphs)
            {
                inner.Add(Write(innerGraph, ref states));
            }

            string text = state.Text
                .Replace("NEXT", $"s{first + i + 1}", StringComparison.Ordinal)
                .Replace("GRAPHS", string.Join(',', inner), StringComparison.Ordinal);
            texts.Add($"\"s{first + i}\":{{{text}}}");
        }

        return $"{{\"StartAt\":\"s{first}\",\"States\":{{{string.Join(',', texts)}}}}}";
    }

    private sealed record Graph(StateText[] States);

    /// <summary>A state's fields, with NEXT for the name of the state behind it and GRAPHS for its branches or its processor.</summary>
    private sealed record StateText(string Text, params Graph[] Graphs);
}
