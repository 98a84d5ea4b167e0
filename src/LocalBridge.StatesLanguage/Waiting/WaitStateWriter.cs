using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Waiting;

/// <summary>Writes the fields that only a Wait state has.</summary>
internal static class WaitStateWriter
{
    internal static void Write(FieldWriter fields, WaitState state)
    {
        fields.Number("Seconds", state.Time.Seconds);
        fields.Path("SecondsPath", state.Time.SecondsPath);
        fields.Text("Timestamp", state.Time.Timestamp is { } time ? Rfc3339.FormatExactly(time) : null);
        fields.Path("TimestampPath", state.Time.TimestampPath);
        fields.Text("Seconds", state.Time.SecondsExpression);
        fields.Text("Timestamp", state.Time.TimestampExpression);
    }
}
