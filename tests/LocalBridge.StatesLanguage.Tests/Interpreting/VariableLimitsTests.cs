using LocalBridge.Json;
using LocalBridge.StatesLanguage.Interpreting;
using LocalBridge.StatesLanguage.Tests.Support;

namespace LocalBridge.StatesLanguage.Tests.Interpreting;

internal sealed class VariableLimitsTests
{
    private const string Twice =
        """{"StartAt":"A","States":{"A":{"Type":"Pass","Assign":{"FIRST.$":"$.text"},"Next":"B"},"B":{"Type":"Pass","Assign":{"SECOND.$":"$.text"},"End":true}}}""";

    private static ExecutionDriver Run(string first, string second, int payloadLimit, int variablesLimit)
    {
        string definition = Twice.Replace("FIRST", first, StringComparison.Ordinal).Replace("SECOND", second, StringComparison.Ordinal);
        JsonValue input = JsonValue.Parse($$"""{"text":"{{new string('x', 50)}}"}""");
        var limits = new InterpreterLimits { MaximumPayloadLength = payloadLimit, MaximumVariablesLength = variablesLimit };
        return new ExecutionDriver(definition, input, limits: limits).Run();
    }

    [Test]
    public void Assign_MoreThanOneAssignMayHold_FailsTheExecution()
    {
        // The input of 62 bytes fits; the variables, with their longer name, do not.
        ExecutionDriver run = Run("a_long_name", "b", payloadLimit: 65, variablesLimit: 1_000);

        Assert.That((run.Completion!.Error, run.Completion.Cause), Is.EqualTo(("States.DataLimitExceeded",
            "The state/task 'A' assigned variables of 68 bytes in one 'Assign', exceeding the maximum number of bytes service limit (65).")));
    }

    [Test]
    public void Assign_MoreThanAnExecutionMayHold_FailsTheExecution()
    {
        ExecutionDriver run = Run("a", "b", payloadLimit: 1_000, variablesLimit: 100);

        Assert.That(run.Completion!.Error, Is.EqualTo("States.DataLimitExceeded"));
        Assert.That(run.Completion.Cause, Does.StartWith("The state/task 'B' assigned variables of 116 bytes in all"));
    }

    [Test]
    public void Assign_SameVariableAnew_TakesItsPlace()
    {
        Assert.That(Run("a", "a", payloadLimit: 1_000, variablesLimit: 70).Completion!.Status, Is.EqualTo(ExecutionStatus.Succeeded));
    }
}
