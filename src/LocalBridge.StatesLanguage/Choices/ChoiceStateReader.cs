using System.Collections.Immutable;
using LocalBridge.Json;
using LocalBridge.StatesLanguage.Definitions;
using LocalBridge.StatesLanguage.States;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Choices;

/// <summary>Reads a Choice state.</summary>
internal static class ChoiceStateReader
{
    internal static ChoiceState? Read(StateFieldsReader state)
    {
        FieldReader fields = state.Fields;
        fields.Require("Choices");
        JsonArray? elements = fields.Array("Choices");
        if (elements is { Count: 0 })
        {
            fields.Fault("Choices", "Value cannot be empty");
        }

        ImmutableArray<ChoiceBranch> choices = elements is null ? [] : ReadChoices(state, elements);
        StateReference? otherwise = state.ReadReference(fields, "Default");
        StateFields common = state.Read();
        return choices.IsEmpty || choices.Length != elements!.Count ? null : new ChoiceState(common, choices, otherwise);
    }

    private static ImmutableArray<ChoiceBranch> ReadChoices(StateFieldsReader state, JsonArray elements)
    {
        ImmutableArray<ChoiceBranch>.Builder choices = ImmutableArray.CreateBuilder<ChoiceBranch>(elements.Count);
        for (int i = 0; i < elements.Count; i++)
        {
            string pointer = JsonPointer.Append(state.Fields.PointerTo("Choices"), i);
            if (!elements[i].IsObject)
            {
                state.Fields.Context.Fault(pointer, "Expected value of type Object");
                continue;
            }

            var element = new FieldReader(state.Fields.Context, elements[i].AsObject(), pointer, state.QueryLanguage, $"Choices[{i}]");
            element.Require("Next");
            string? comment = element.Text("Comment");
            StateReference? next = state.ReadReference(element, "Next");
            PayloadTemplate? assign = element.IsJsonata
                ? JsonataTemplateReader.ReadAssign(element, JsonataAccess.None)
                : PayloadTemplateReader.ReadAssign(element);
            PayloadTemplate? output = element.IsJsonata ? JsonataTemplateReader.Read(element, "Output") : null;
            ChoiceRule? rule = ChoiceRuleReader.Read(element, elements[i].AsObject());
            element.Finish();
            if (next is not null && rule is not null)
            {
                choices.Add(new ChoiceBranch(rule, next, assign, output, comment));
            }
        }

        return choices.ToImmutable();
    }
}
