using System.Globalization;
using System.Text;

namespace LocalBridge.Tests.Workflows.Support;

/// <summary>The state machines that the tests run.</summary>
internal static class Definitions
{
    public const string Pass = """{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}""";

    public const string Wait30Days = """{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":2592000,"End":true}}}""";

    /// <summary>A loop that never ends.</summary>
    public const string Endless =
        """{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Variable":"$.stop","IsPresent":true,"Next":"B"}],"Default":"A"},"B":{"Type":"Succeed"}}}""";

    public const string Callback = """
        {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "Parameters":{"Token.$":"$$.Task.Token"},"TimeoutSeconds":60,"HeartbeatSeconds":10,"End":true}}}
        """;

    /// <summary>One task; more fields of the state may be given.</summary>
    public static string Task(string resource, string fields = "") =>
        $$$$"""{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"{{{{resource}}}}",{{{{fields}}}}"End":true}}}""";

    /// <summary>Tasks one after the other.</summary>
    public static string Sequence(string resource, int count)
    {
        var states = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            string next = i == count - 1 ? "\"End\":true" : string.Create(CultureInfo.InvariantCulture, $"\"Next\":\"S{i + 1}\"");
            states.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? string.Empty : ",")}\"S{i}\":{{\"Type\":\"Task\",\"Resource\":\"{resource}\",{next}}}");
        }

        return "{\"StartAt\":\"S0\",\"States\":{" + states + "}}";
    }

    /// <summary>A Map over <c>$.items</c> with one task for each.</summary>
    public static string Map(string resource) =>
        $$$$"""
        {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items","ItemProcessor":{"ProcessorConfig":{"Mode":"INLINE"},"StartAt":"A",
        "States":{"A":{"Type":"Task","Resource":"{{{{resource}}}}","End":true}}},"End":true}}}
        """;
}
