using LocalBridge.Json.Paths;

namespace LocalBridge.Json.Tests.Paths;

public sealed class JsonPathTests
{
    [TestCase("$", JsonPathRoot.Input, null)]
    [TestCase("$.a", JsonPathRoot.Input, null)]
    [TestCase("$[0]", JsonPathRoot.Input, null)]
    [TestCase("$$", JsonPathRoot.Context, null)]
    [TestCase("$$.Execution.Id", JsonPathRoot.Context, null)]
    [TestCase("$$['Execution']", JsonPathRoot.Context, null)]
    [TestCase("$order", JsonPathRoot.Variable, "order")]
    [TestCase("$_x1.a", JsonPathRoot.Variable, "_x1")]
    [TestCase("$naïve[0]", JsonPathRoot.Variable, "naïve")]
    public void Root_OfEachKind_IsTold(string text, JsonPathRoot root, string? variableName)
    {
        var path = JsonPath.Parse(text);

        Assert.That((path.Root, path.VariableName, path.Text), Is.EqualTo((root, variableName, text)));
    }

    [TestCase("", 0, "A path begins with '$', but the text ends.")]
    [TestCase("a.b", 0, "A path begins with '$', but found 'a'.")]
    [TestCase("$1", 1, "Expected '.' or '[' after the root of the path, but found '1'.")]
    [TestCase("$.", 2, "A path cannot end with '.'; expected a name, '*' or '['.")]
    [TestCase("$.a..", 5, "A path cannot end with '..'; expected a name, '*' or '[' after it.")]
    [TestCase("$...a", 1, "Expected a name, '*' or '[' after '..', but found '.'.")]
    [TestCase("$.a b", 3, "' ' is not allowed in a name; write the name in brackets and quotes: ['…'].")]
    [TestCase("$.a]", 3, "']' is not allowed in a name; write the name in brackets and quotes: ['…'].")]
    [TestCase("$['a", 2, "The quote is not closed; expected ' at the end of the name.")]
    [TestCase("$['a'", 5, "Expected ',' or ']' after the name, but the text ends.")]
    [TestCase("$[\"a\"]", 2, "Names in brackets stand in single quotes: ['name'].")]
    [TestCase("$[0", 1, "The bracket is not closed; expected ']'.")]
    [TestCase("$[:]", 1, "A slice needs a start or an end; [*] names all elements.")]
    [TestCase("$[(@.size()-1)]", 1, "The only expression allowed in an index is (@.length-1), with any number.")]
    [TestCase("$[?@.a]", 3, "A filter stands in parentheses: [?(@.name == 'value')].")]
    [TestCase("$[?(@.a == 'x)]", 3, "A quote in the filter is not closed.")]
    [TestCase("$[?((@.a)]", 3, "The parentheses of the filter are not balanced.")]
    [TestCase("$[?(@.a && )]", 11, "A condition is missing; expected something like @.name == 'value'.")]
    [TestCase("$[?(@.a[*] == 1)]", 4, "The path '@.a[*]' in the filter may name more than one node.")]
    [TestCase("$[?(@[?(@.a)])]", 5, "A filter cannot stand in a path of a filter: such a path names one node only.")]
    [TestCase("$[?(!@.a == 1)]", 4, "'!' negates only the existence of a path: !@.name.")]
    [TestCase("$[?(a)]", 4, "Expected a condition: @.name, !@.name, or a comparison with ==, !=, <, <=, >, >= or =~.")]
    [TestCase("$[?(@.a =~ 'x')]", 11, "Expected a regular expression, /…/ or /…/i, beside '=~'.")]
    public void TryParse_Fault_NamesThePlaceAndWhatWasExpected(string text, int position, string message)
    {
        bool isPath = JsonPath.TryParse(text, out _, out JsonPathError? error);

        Assert.That((isPath, error!.Kind, error.Position, error.Message), Is.EqualTo((false, JsonPathErrorKind.Syntax, position, message)));
    }

    [Test]
    public void Parse_Fault_ThrowsWithTextAndPlace() =>
        Assert.That(
            () => JsonPath.Parse("$.a b"),
            Throws.TypeOf<JsonPathSyntaxException>().With.Message.StartsWith("Invalid path '$.a b' at character 3: ' ' is not allowed"));

    [Test]
    public void Parse_FaultyPattern_NamesIt()
    {
        bool isPath = JsonPath.TryParse("$[?(@.a =~ /*/)]", out _, out JsonPathError? error);

        Assert.Multiple(() =>
        {
            Assert.That(isPath, Is.False);
            Assert.That(error!.Message, Does.StartWith("'*' is not a regular expression: "));
        });
    }

    [Test]
    public void Evaluate_NotFound_ThrowsWithTheTextOfTheService() =>
        Assert.That(
            () => JsonPath.Parse("$.a.b").Evaluate(JsonValue.EmptyObject),
            Throws.TypeOf<JsonPathException>().With.Message.EqualTo("Invalid path '$.a.b' : Missing property in path $['a']"));

    [Test]
    public void TryEvaluate_NumberWithTextThatIsNoNumber_IsInvalid()
    {
        bool found = JsonPath.Parse("$[?(@ == abc)]").TryEvaluate(JsonArray.Create(1), out _, out JsonPathError? error);

        Assert.That(
            (found, error!.Kind, error.Message),
            Is.EqualTo((false, JsonPathErrorKind.Invalid, "The filter compares the number 1 with the text 'abc', which is not a number.")));
    }

    [TestCase("[1, 1.0, 1e0, 2]", "$[?(@ == 1)]", "[1,1.0,1e0]")]
    [TestCase("[9007199254740993, 9007199254740992]", "$[?(@ > 9007199254740992)]", "[9007199254740993]")]
    [TestCase("[12345678901234567890.5]", "$[?(@ > 12345678901234567890)]", "[12345678901234567890.5]")]
    [TestCase("[0.1]", "$[?(@ == .10)]", "[0.1]")]
    [TestCase("[-1]", "$[?(@ < +1.)]", "[-1]")]
    public void Evaluate_NumbersInFilters_CompareExactly(string json, string path, string expected) =>
        Assert.That(JsonPath.Parse(path).Evaluate(JsonValue.Parse(json)).ToJson(), Is.EqualTo(expected));

    [Test]
    public void Evaluate_ParenthesesInFilter_AreTransparentAsInTheService() =>
        Assert.That(
            JsonPath.Parse("$[?((@ == 1 || @ == 2) && @ > 5)]").Evaluate(JsonValue.Parse("[1,2,3]")).ToJson(),
            Is.EqualTo("[1]"));

    [Test]
    public void Evaluate_DeepScanOfAMillionLevels_NeedsNoStack()
    {
        var options = new LocalBridge.Json.Reading.JsonReadOptions { MaximumDepth = int.MaxValue };
        JsonValue deep = JsonValue.Parse(string.Concat(new string('[', 1_000_000), """{"a":1}""", new string(']', 1_000_000)), options);

        Assert.That(JsonPath.Parse("$..a").Evaluate(deep).ToJson(), Is.EqualTo("[1]"));
    }

    [Test]
    public void TryParse_MoreStepsThanAllowed_IsRefused()
    {
        bool isPath = JsonPath.TryParse("$" + string.Concat(Enumerable.Repeat("[*]", 501)), out _, out JsonPathError? error);

        Assert.That((isPath, error!.Message), Is.EqualTo((false, "The path has more than 500 steps.")));
    }

    [Test]
    public void Evaluate_MostStepsAllowed_Evaluates()
    {
        JsonValue value = 1;
        foreach (int _ in Enumerable.Range(0, 500))
        {
            value = JsonArray.Create(value);
        }

        Assert.That(JsonPath.Parse("$" + string.Concat(Enumerable.Repeat("[*]", 500))).Evaluate(value).ToJson(), Is.EqualTo("[1]"));
    }

    [Test]
    [CancelAfter(60_000)]
    public void Evaluate_ScansThatMultiply_EndWithAnError()
    {
        JsonValue value = JsonValue.Parse(string.Concat(new string('[', 900), new string(']', 900)));

        bool found = JsonPath.Parse("$..*..*..*").TryEvaluate(value, out _, out JsonPathError? error);

        Assert.That((found, error!.Message), Is.EqualTo((false, "The path visits more than 10000000 values. Use fewer '..' and '*' steps.")));
    }

    [Test]
    [CancelAfter(30_000)]
    public void Evaluate_PatternThatBacktracks_IsLinearOrEndsWithAnError()
    {
        JsonValue value = JsonArray.Create(new string('a', 5_000) + "b");

        bool linear = JsonPath.Parse("$[?(@ =~ /(a+)+/)]").TryEvaluate(value, out JsonValue none, out _);
        bool bounded = JsonPath.Parse("$[?(@ =~ /(?=a)(a+)+/)]").TryEvaluate(value, out _, out JsonPathError? error);

        Assert.Multiple(() =>
        {
            Assert.That((linear, none.Count), Is.EqualTo((true, 0)));
            Assert.That(bounded, Is.False);
            Assert.That(error!.Message, Does.Contain("needs more than 250 ms"));
        });
    }

    [TestCase("$.a.b.c")]
    [TestCase("$['a']['l'][1]")]
    [TestCase("$.a.l[(@.length-1)]")]
    public void TryEvaluate_DefinitePath_DoesNotAllocate(string text)
    {
        var path = JsonPath.Parse(text);
        JsonValue root = JsonValue.Parse("""{"a":{"b":{"c":1},"l":[0,1]}}""");
        bool found = path.TryEvaluate(root, out JsonValue result, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();

        found &= path.TryEvaluate(root, out result, out _);

        Assert.That((GC.GetAllocatedBytesForCurrentThread() - before, found, result), Is.EqualTo((0L, true, (JsonValue)1)));
    }

    [Test]
    public void TryEvaluate_FromManyThreads_GivesTheSameResult()
    {
        var path = JsonPath.Parse("$..[?(@.a =~ /x+/ && @.b > 1)].b");
        JsonValue root = JsonValue.Parse("""[{"a":"xx","b":2},{"a":"y","b":3},[{"a":"x","b":4}]]""");

        JsonValue[] results = new JsonValue[500];
        Parallel.For(0, results.Length, i => results[i] = path.Evaluate(root));

        Assert.That(results, Is.All.EqualTo(JsonValue.Parse("[2,4]")));
    }
}
