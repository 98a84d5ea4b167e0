using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Templates;

/// <summary>The rule for the names of workflow variables (AWS: "Passing data between states with variables", "Variable name syntax").</summary>
internal static class VariableName
{
    private const string Rule = "A variable name has 1 to 80 characters: letters, digits and '_', the first of them a letter, and is not 'states'.";

    /// <summary>Notes a name in <c>Assign</c> that is none. The service reports the template, not the field.</summary>
    internal static void Check(FieldReader fields, string name)
    {
        if (!IsValid(name))
        {
            fields.Context.Fault(fields.PointerTo("Assign"), $"Invalid variable name: '{name}'. {Rule}");
        }
    }

    private static bool IsValid(string name)
    {
        if (name.Length is 0 or > 80 || name == "states" || !(char.IsLetter(name[0]) || name[0] == '_'))
        {
            return false;
        }

        foreach (char character in name)
        {
            if (!char.IsLetterOrDigit(character) && character != '_')
            {
                return false;
            }
        }

        return true;
    }
}
