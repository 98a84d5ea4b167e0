using LocalBridge.StatesLanguage.States;

namespace LocalBridge.Workflows.StateTests;

/// <summary>The words of the service for tests that cannot be made.</summary>
internal static class TestStateMessages
{
    internal const string NeedsMock =
        "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]";

    internal const string NeedsRole = "RoleArn must be specified when testing a Task state";

    internal const string TwoMocks = "A test mock should have only one of the following fields: [result, errorOutput].";

    internal const string NoMock = "A test mock should have one of the following fields: [result, errorOutput].";

    internal const string SecretsOfMock = "TestState does not support RevealSecrets when a mock is specified.";

    internal const string ResultMustBeArray = "Mocked result must be an array.";

    internal const string ResultMustBeObject = "Mocked result must be a JSON object.";

    internal const string MapInContext = "'Map' field is not supported when mocking a Context object";

    internal static string Unmockable(StateType type) => $"State type '{type}' is not supported when a mock is specified";

    internal static string NeedsMockFor(string field) => $"TestState does not support {field} when a mock is not specified.";

    internal static string Waits(string resource) =>
        $"TestState does not wait for an activity, for the job of a '.sync' task or for a task token: specify a mock for the resource '{resource}'.";

    internal static string InvalidContext(string fault) => $"Invalid Context object provided: {fault}";

    internal static string UnknownContextField(string name) => $"Field '{name}' is not allowed";

    internal static string WrongContextType(string path, string type) => $"{path} must be a {type}";

    internal static string Mismatch(string fault) => $"Mock result schema validation error: {fault}";
}
