using System.Collections.Immutable;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Errors;

/// <summary>Reads <c>Catch</c>.</summary>
internal static class CatcherReader
{
    internal static ImmutableArray<Catcher> Read(StateFieldsReader state)
    {
        FieldReader fields = state.Fields;
        if (fields.Array("Catch") is not { } elements)
        {
            return [];
        }

        ImmutableArray<Catcher>.Builder catchers = ImmutableArray.CreateBuilder<Catcher>(elements.Count);
        for (int i = 0; i < elements.Count; i++)
        {
            string pointer = JsonPointer.Append(fields.PointerTo("Catch"), i);
            if (!elements[i].IsObject)
            {
                fields.Context.Fault(pointer, "Expected value of type Object");
                continue;
            }

            var element = new FieldReader(fields.Context, elements[i].AsObject(), pointer, fields.Language, $"Catch[{i}]");
            ImmutableArray<string> errorEquals = ErrorEqualsReader.Read(element, isLast: i == elements.Count - 1);
            string? comment = element.Text("Comment");
            element.Require("Next");
            StateReference? next = state.ReadReference(element, "Next");
            bool isJsonata = element.IsJsonata;
            ResultPath resultPath = isJsonata ? ResultPath.Replace : StateFieldsReader.ReadResultPath(element);
            PayloadTemplate? assign = isJsonata
                ? JsonataTemplateReader.ReadAssign(element, JsonataAccess.ErrorOutput)
                : PayloadTemplateReader.ReadAssign(element);
            PayloadTemplate? output = isJsonata ? JsonataTemplateReader.Read(element, "Output", JsonataAccess.ErrorOutput) : null;
            element.Finish();
            if (next is not null && !errorEquals.IsEmpty)
            {
                catchers.Add(new Catcher(errorEquals, next, resultPath, assign, output, comment));
            }
        }

        return catchers.ToImmutable();
    }
}
