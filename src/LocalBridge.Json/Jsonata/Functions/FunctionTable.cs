using System.Collections.Frozen;
using LocalBridge.Json.Jsonata.Functions.BuiltIn;

namespace LocalBridge.Json.Jsonata.Functions;

/// <summary>Holds the functions that an expression can call by name.</summary>
internal sealed class FunctionTable
{
    private static readonly NativeFunction[] Common =
    [
        .. AggregateFunctions.All(),
        .. StringFunctions.All(),
        .. MatchingFunctions.All(),
        .. NumberFunctions.All(),
        .. ArrayFunctions.All(),
        .. ObjectFunctions.All(),
        .. HigherOrderFunctions.All(),
        .. DateFunctions.All(),
        .. CodingFunctions.All(),
        .. GeneralFunctions.All(),
    ];

    private static readonly NativeFunction[] Hosted = [.. HostedFunctions.All()];

    private static readonly FrozenDictionary<string, NativeFunction> Reference = Index(Common, 0);

    // The service has its own $random and no $eval; all else is there too.
    private static readonly FrozenDictionary<string, NativeFunction> Service =
        Index([.. Array.FindAll(Common, function => function.Name is not ("eval" or "random")), .. Hosted], Common.Length);

    private static readonly FunctionTable ReferenceTable = new(Reference);
    private static readonly FunctionTable ServiceTable = new(Service);

    private readonly FrozenDictionary<string, NativeFunction> _functions;

    private FunctionTable(FrozenDictionary<string, NativeFunction> functions)
    {
        _functions = functions;
    }

    /// <summary>Gets how many built-in functions there are.</summary>
    internal static int BuiltInCount => Common.Length + Service.Count;

    /// <summary>Returns the functions that expressions compiled with these options can call.</summary>
    internal static FunctionTable For(JsonataOptions options)
    {
        FunctionTable builtIn = options.IsStepFunctions ? ServiceTable : ReferenceTable;
        if (options.Functions.Count == 0)
        {
            return builtIn;
        }

        var all = new Dictionary<string, NativeFunction>(builtIn._functions, StringComparer.Ordinal);
        foreach (JsonataFunction function in options.Functions)
        {
            all[function.Name] = Adapt(function);
        }

        return new FunctionTable(all.ToFrozenDictionary(StringComparer.Ordinal));
    }

    internal NativeFunction? Find(string name) => _functions.GetValueOrDefault(name);

    // Each function gets a number of its own, whichever table finds it.
    private static FrozenDictionary<string, NativeFunction> Index(NativeFunction[] functions, int firstNumber)
    {
        for (int i = 0; i < functions.Length; i++)
        {
            functions[i].Number = functions[i].Number < 0 ? firstNumber + i : functions[i].Number;
        }

        return functions.ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);
    }

    private static NativeFunction Adapt(JsonataFunction function)
    {
        JsonataFunctionBody body = function.Body;
        return new NativeFunction(
            function.Name,
            function.Parsed,
            ArityOf(function.Parsed),
            (_, arguments) => body(HostArguments.Clean(arguments)));
    }

    // Functions that call functions offer the position, too; a parameter that may be left out is not meant for it.
    private static int ArityOf(Signatures.Signature? signature)
    {
        int arity = 0;
        foreach (Signatures.Parameter parameter in signature is null ? default : signature.Parameters)
        {
            arity += parameter.IsOptional && !parameter.TakesContext ? 0 : 1;
        }

        return Math.Max(arity, 1);
    }
}
