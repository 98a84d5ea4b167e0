using LocalBridge.Json;
using LocalBridge.StatesLanguage.Tests.Support;

namespace LocalBridge.StatesLanguage.Tests.Intrinsics;

internal sealed class IntrinsicFunctionTests
{
    private static ExecutionDriver Call(string call, string input) => new ExecutionDriver(
        $$$$"""{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"r.$":{{{{((JsonValue)call).ToJson()}}}}},"End":true}}}""",
        JsonValue.Parse(input)).Run();

    [TestCase("States.Format('{} is \\{not\\} {}', $.a, 1.50)", """{"a":"x"}""", "\"x is {not} 1.50\"")]
    [TestCase("States.Format('{}', $.a)", """{"a":{"b":1,"c":[true]}}""", "\"{b=1, c=[true]}\"")]
    [TestCase("States.Format('it\\'s')", "{}", "\"it's\"")]
    [TestCase("States.Array(1, 'a', $.x, null, true)", """{"x":[]}""", """[1,"a",[],null,true]""")]
    [TestCase("States.ArrayPartition($.a, 2)", """{"a":[1,2,3]}""", "[[1,2],[3]]")]
    [TestCase("States.ArrayContains($.a, $.b)", """{"a":[1,{"x":1.0}],"b":{"x":1}}""", "true")]
    [TestCase("States.ArrayRange(1, 9, 2)", "{}", "[1,3,5,7,9]")]
    [TestCase("States.ArrayRange(3, 1, -1)", "{}", "[3,2,1]")]
    [TestCase("States.ArrayGetItem($.a, 1)", """{"a":[1,2]}""", "2")]
    [TestCase("States.ArrayLength($.a[*])", """{"a":[1,2]}""", "2")]
    [TestCase("States.ArrayUnique($.a)", """{"a":[1,1.0,"1",1]}""", """[1,"1"]""")]
    [TestCase("States.Base64Encode('Data to encode')", "{}", "\"RGF0YSB0byBlbmNvZGU=\"")]
    [TestCase("States.Base64Decode('RGF0YSB0byBlbmNvZGU=')", "{}", "\"Data to encode\"")]
    [TestCase("States.Hash('input data', 'SHA-1')", "{}", "\"aaff4a450a104cd177d28d18d74485e8cae074b7\"")]
    [TestCase("States.JsonMerge($.a, $.b, false)", """{"a":{"x":1,"y":1},"b":{"y":2}}""", """{"x":1,"y":2}""")]
    [TestCase("States.StringToJson('{\"a\": 1}')", "{}", """{"a":1}""")]
    [TestCase("States.StringToJson('')", "{}", "null")]
    [TestCase("States.JsonToString($.a)", """{"a":{"b":1.0}}""", "\"{\\\"b\\\":1.0}\"")]
    [TestCase("States.MathAdd(1.5, -1.5)", "{}", "1")]
    [TestCase("States.StringSplit('This.is+a,test=string', '.+,=')", "{}", """["This","is","a","test","string"]""")]
    [TestCase("States.ArrayGetItem(States.StringSplit($.a, '-'), 1)", """{"a":"x-y"}""", "\"y\"")]
    public void TryInvoke_Arguments_GiveResult(string call, string input, string expected)
    {
        Assert.That(Call(call, input).Completion!.Output["r"].ToJson(), Is.EqualTo(expected));
    }

    [TestCase("States.ArrayGetItem($.a, 5)", """{"a":[1,2]}""", "Invalid arguments in States.ArrayGetItem: the index 5 is outside the array of 2 items")]
    [TestCase("States.ArrayRange(1, 5000, 1)", "{}", "Invalid arguments in States.ArrayRange: the array would have 5000 items, but 1000 are allowed")]
    [TestCase("States.Format('{} {}', 1)", "{}", "Invalid arguments in States.Format: the template has more places than the 1 arguments fill")]
    [TestCase("States.Base64Decode('?')", "{}", "Invalid arguments in States.Base64Decode: the argument must be Base64 but was: \"?\"")]
    public void TryInvoke_ImpossibleArguments_FailTheState(string call, string input, string cause)
    {
        ExecutionDriver run = Call(call, input);

        Assert.That(run.Completion!.Error, Is.EqualTo("States.IntrinsicFailure"));
        Assert.That(run.Completion.Cause, Does.EndWith(cause));
    }

    [Test]
    public void TryInvoke_RandomAndUuid_RepeatWithTheSameSeed()
    {
        const string Calls = "States.Format('{} {} {}', States.UUID(), States.MathRandom(1, 1000000), States.MathRandom(1, 1000000, 7))";

        string first = Call(Calls, "{}").Completion!.Output["r"].GetString();

        Assert.That(Call(Calls, "{}").Completion!.Output["r"].GetString(), Is.EqualTo(first));
        Assert.That(Guid.TryParse(first.Split(' ')[0], out Guid uuid) && uuid.Version == 4, Is.True);
    }
}
