using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Errors;

/// <summary>Writes an element of <c>Catch</c>.</summary>
internal static class CatcherWriter
{
    internal static JsonValue Write(Catcher catcher)
    {
        var fields = new FieldWriter();
        fields.Text("Comment", catcher.Comment);
        fields.List("ErrorEquals", catcher.ErrorEquals, static name => name);
        fields.ResultPath("ResultPath", catcher.ResultPath);
        fields.Template("Assign", catcher.Assign);
        fields.Template("Output", catcher.Output);
        fields.Text("Next", catcher.Next);
        return fields.Build();
    }
}
