using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Passing;

/// <summary>Writes the fields that only a Pass state has.</summary>
internal static class PassStateWriter
{
    internal static void Write(FieldWriter fields, PassState state) => fields.Value("Result", state.Result);
}
