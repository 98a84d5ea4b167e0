using LocalBridge.Json;
using LocalBridge.StatesLanguage.States;

namespace LocalBridge.StatesLanguage.Passing;

/// <summary>Reads a Pass state.</summary>
internal static class PassStateReader
{
    internal static PassState Read(StateFieldsReader state) =>
        new(state.Read(), state.Fields.IsJsonata ? JsonValue.Undefined : state.Fields.Any("Result"));
}
