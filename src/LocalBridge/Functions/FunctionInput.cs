using LocalBridge.Json;

namespace LocalBridge.Functions;

/// <summary>The failure of a function whose input does not fit its parameter: told as the serializer of a .NET Lambda function tells it.</summary>
internal static class FunctionInput
{
    /// <summary>The error name that the .NET Lambda serializer's exception has.</summary>
    internal const string ErrorName = "JsonSerializerException";

    internal static FunctionException CannotRead(string functionName, Type inputType, Exception exception)
    {
        var cause = new JsonObjectBuilder();
        cause["errorType"] = ErrorName;
        cause["errorMessage"] = $"The input of function '{functionName}' cannot be read as {inputType.Name}: {exception.Message}";
        cause["stackTrace"] = JsonArray.Empty;
        return new FunctionException(ErrorName, ((JsonValue)cause.Build()).ToJson(), exception);
    }
}
