using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Failing;

/// <summary>Writes the fields that only a Fail state has.</summary>
internal static class FailStateWriter
{
    internal static void Write(FieldWriter fields, FailState state)
    {
        fields.TextField("Error", state.Error);
        fields.TextField("Cause", state.Cause);
    }
}
