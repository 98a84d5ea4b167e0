using System.Text.Json;
using LocalBridge.Conformance.Corpora;
using LocalBridge.Json;
using LocalBridge.Workflows.StateTests;

namespace LocalBridge.Conformance.Running.StepFunctions;

/// <summary>Reads the requests of <c>TestState</c> calls.</summary>
internal static class TestStateRequests
{
    /// <summary>Reads a request in the form of the AWS API.</summary>
    public static TestStateRequest Read(JsonElement request) => new()
    {
        Definition = request.RequiredText("definition"),
        StateName = request.Text("stateName"),
        Input = ReadJson(request, "input"),
        RoleArn = request.Text("roleArn"),
        InspectionLevel = request.Text("inspectionLevel") is { } level ? Enum.Parse<InspectionLevel>(level, ignoreCase: true) : default,
        RevealSecrets = request.Flag("revealSecrets"),
        Variables = ReadJson(request, "variables") is { IsObject: true } variables ? variables.AsObject() : null,
        Context = ReadJson(request, "context"),
        Mock = request.Has("mock") ? ReadMock(request.GetProperty("mock")) : null,
        StateConfiguration = request.Has("stateConfiguration") ? ReadConfiguration(request.GetProperty("stateConfiguration")) : null,
    };

    private static MockInput ReadMock(JsonElement mock) => new()
    {
        Result = ReadJson(mock, "result"),
        ErrorOutput = mock.Has("errorOutput")
            ? new MockErrorOutput { Error = mock.GetProperty("errorOutput").Text("error"), Cause = mock.GetProperty("errorOutput").Text("cause") }
            : null,
        FieldValidationMode = mock.Text("fieldValidationMode") is { } mode ? Enum.Parse<MockResponseValidationMode>(mode, ignoreCase: true) : default,
    };

    private static TestStateConfiguration ReadConfiguration(JsonElement configuration) => new()
    {
        RetrierRetryCount = ReadNumber(configuration, "retrierRetryCount"),
        ErrorCausedByState = configuration.Text("errorCausedByState"),
        MapIterationFailureCount = ReadNumber(configuration, "mapIterationFailureCount"),
        MapItemReaderData = ReadJson(configuration, "mapItemReaderData"),
    };

    private static int? ReadNumber(JsonElement element, string name) => element.Has(name) ? element.GetProperty(name).GetInt32() : null;

    private static JsonValue ReadJson(JsonElement element, string name) => element.Text(name) is { } text ? JsonValue.Parse(text) : JsonValue.Undefined;
}
