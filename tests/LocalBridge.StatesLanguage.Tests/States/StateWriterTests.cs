using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Tests.States;

/// <summary>Each text is the only state of a machine (behind it stands a Succeed state <c>B</c>) and must come back unchanged.</summary>
internal sealed class StateWriterTests
{
    private static string Machine(string state) => """{"StartAt":"A","States":{"A":STATE,"B":{"Type":"Succeed"}}}""".Replace("STATE", state, StringComparison.Ordinal);

    [TestCase("""{"Type":"Pass","Comment":"c","InputPath":"$.a","Parameters":{"x.$":"$"},"Result":{"y":1.0},"ResultPath":"$.r","Assign":{"v.$":"$"},"OutputPath":"$.r","Next":"B"}""")]
    [TestCase("""{"Type":"Pass","InputPath":null,"Result":null,"ResultPath":null,"OutputPath":null,"Next":"B"}""")]
    [TestCase("""{"Type":"Task","Parameters":{"x.$":"States.Format('{}', $.a)"},"Resource":"f","Credentials":{"RoleArn":"arn:aws:iam::1:role/r"},"TimeoutSeconds":9,"HeartbeatSeconds":3,"ResultSelector":{"r.$":"$"},"Next":"B"}""")]
    [TestCase("""{"Type":"Task","Resource":"f","TimeoutSecondsPath":"$.t","HeartbeatSecondsPath":"$.h","Next":"B"}""")]
    [TestCase("""{"Type":"Task","Resource":"f","Retry":[{"Comment":"c","ErrorEquals":["A","B"],"IntervalSeconds":2,"MaxAttempts":0,"BackoffRate":1.5,"MaxDelaySeconds":9,"JitterStrategy":"FULL"},{"ErrorEquals":["States.ALL"]}],"Next":"B"}""")]
    [TestCase("""{"Type":"Task","Resource":"f","Catch":[{"Comment":"c","ErrorEquals":["A"],"ResultPath":null,"Assign":{"v":1},"Next":"B"},{"ErrorEquals":["States.ALL"],"ResultPath":"$.e","Next":"B"}],"Next":"B"}""")]
    [TestCase("""{"Type":"Choice","Choices":[{"Comment":"c","Variable":"$.a","NumericLessThan":1.0,"Assign":{"v":1},"Next":"B"}],"Default":"B","Assign":{"v":2}}""")]
    [TestCase("""{"Type":"Choice","Choices":[{"And":[{"Comment":"c","Variable":"$.a","IsPresent":true},{"Or":[{"Not":{"Variable":"$.a","StringMatches":"x*"}}]}],"Next":"B"}]}""")]
    [TestCase("""{"Type":"Choice","Choices":[{"Variable":"$.a","TimestampEquals":"2016-12-05T21:29:29Z","Next":"B"},{"Variable":"$.a","StringEqualsPath":"$.b","Next":"B"}]}""")]
    [TestCase("""{"Type":"Wait","Seconds":0,"Next":"B"}""")]
    [TestCase("""{"Type":"Wait","SecondsPath":"$.s","Next":"B"}""")]
    [TestCase("""{"Type":"Wait","Timestamp":"2016-12-05T21:29:29.1234567Z","Next":"B"}""")]
    [TestCase("""{"Type":"Wait","TimestampPath":"$$.Execution.StartTime","Next":"B"}""")]
    [TestCase("""{"Type":"Parallel","Branches":[{"Comment":"c","StartAt":"C","States":{"C":{"Type":"Succeed"}}},{"StartAt":"D","States":{"D":{"Type":"Pass","End":true}}}],"ResultPath":"$.r","Next":"B"}""")]
    [TestCase("""{"Type":"Map","ItemsPath":"$.i","ItemSelector":{"v.$":"$$.Map.Item.Value"},"MaxConcurrency":5,"ItemProcessor":{"Comment":"c","StartAt":"C","States":{"C":{"Type":"Succeed"}}},"Next":"B"}""")]
    [TestCase("""{"Type":"Map","MaxConcurrencyPath":"$.m","ItemProcessor":{"StartAt":"C","States":{"C":{"Type":"Succeed"}}},"Next":"B"}""")]
    public void ToJson_StateWithNext_ComesBackUnchanged(string state)
    {
        Assert.That(StateMachineDefinition.Parse(Machine(state)).ToJson(), Is.EqualTo(Machine(state)));
    }

    [TestCase("""{"Type":"Succeed","Comment":"c","InputPath":"$.a","OutputPath":"$.b"}""")]
    [TestCase("""{"Type":"Fail","Error":"E","Cause":"c"}""")]
    [TestCase("""{"Type":"Fail","ErrorPath":"$.e","CausePath":"States.Format('{}', $.c)"}""")]
    [TestCase("""{"Type":"Pass","End":true}""")]
    public void ToJson_StateThatEnds_ComesBackUnchanged(string state)
    {
        string machine = $$$"""{"StartAt":"A","States":{"A":{{{state}}}}}""";

        Assert.That(StateMachineDefinition.Parse(machine).ToJson(), Is.EqualTo(machine));
    }

    [Test]
    public void ToJson_OlderFormOfMap_IsWrittenInThePresentForm()
    {
        var definition = StateMachineDefinition.Parse(
            Machine("""{"Type":"Map","Iterator":{"StartAt":"C","States":{"C":{"Type":"Succeed"}}},"Parameters":{"x":1},"MaxConcurrency":0,"Next":"B"}"""));

        Assert.That(
            definition.ToJson(),
            Is.EqualTo(Machine("""{"Type":"Map","ItemSelector":{"x":1},"ItemProcessor":{"StartAt":"C","States":{"C":{"Type":"Succeed"}}},"Next":"B"}""")));
    }
}
