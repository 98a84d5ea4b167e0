using System.Diagnostics;
using System.Runtime.CompilerServices;
using LocalBridge.Json.Jsonata.Failures;

namespace LocalBridge.Json.Jsonata.Signatures;

/// <summary>Checks arguments against parameters, and puts them in the shape the parameters want.</summary>
/// <remarks>
/// Arguments are dealt out like a regular expression matches: each parameter takes as much as it can, and gives back what a later one needs.
/// This type is immutable and safe to use from many threads at once.
/// </remarks>
[DebuggerDisplay("{Text,nq}")]
internal sealed class Signature
{
    private readonly Parameter[] _parameters;

    // Parameters that repeat can take any share, so only the matcher deals out their arguments.
    private readonly bool _hasRepeated;

    // Several of them can share the same arguments in so many ways that what was tried in vain must be remembered.
    private readonly bool _canMultiply;

    internal Signature(string text, Parameter[] parameters)
    {
        Text = text;
        _parameters = parameters;
        _hasRepeated = Array.Exists(parameters, parameter => parameter.IsRepeated);
        _canMultiply = parameters.Count(parameter => parameter.IsRepeated) > 1;
    }

    internal string Text { get; }

    internal int Count => _parameters.Length;

    internal ReadOnlySpan<Parameter> Parameters => _parameters;

    /// <summary>Returns the smallest number of arguments a call needs, where the context value may stand in.</summary>
    internal int Fewest
    {
        get
        {
            int fewest = 0;
            foreach (Parameter parameter in _parameters)
            {
                fewest += parameter.IsOptional ? 0 : 1;
            }

            return fewest;
        }
    }

    /// <summary>Returns the largest number of arguments a call can have.</summary>
    internal int Most => _hasRepeated ? int.MaxValue : _parameters.Length;

    /// <summary>Checks arguments in the usual places and converts them there; a window behind them up to <see cref="Count"/> is filled.</summary>
    /// <returns><see langword="false"/> where <see cref="Match"/> has to deal the arguments out or to explain the fault; nothing has changed then.</returns>
    internal bool TryMatchInPlace(Span<JsonValue> window, int given, JsonValue context)
    {
        if (given > _parameters.Length || _hasRepeated)
        {
            return false;
        }

        for (int i = 0; i < _parameters.Length; i++)
        {
            Parameter parameter = _parameters[i];
            if (i >= given)
            {
                // Only the first argument is left to the context here; others need the matcher to shift what was given.
                if (!parameter.IsOptional || (parameter.TakesContext && (given > 0 || i > 0 || !parameter.Accepts(context))))
                {
                    return false;
                }
            }
            else if (!parameter.Accepts(window[i]) || (parameter.Type == 'a' && !CanBeArray(parameter, window[i])))
            {
                return false;
            }
        }

        for (int i = 0; i < _parameters.Length; i++)
        {
            if (i >= given)
            {
                window[i] = i == 0 && _parameters[0].TakesContext ? context : default;
            }
            else if (_parameters[i].Type == 'a')
            {
                window[i] = ToArray(window[i]);
            }
        }

        return true;
    }

    /// <summary>Deals the arguments out to the parameters.</summary>
    /// <exception cref="JsonataException">They do not fit.</exception>
    internal JsonValue[] Match(ReadOnlySpan<JsonValue> arguments, JsonValue context)
    {
        Span<int> shares = _parameters.Length <= 16 ? stackalloc int[_parameters.Length] : new int[_parameters.Length];
        if (!TryDeal(arguments, _parameters.Length, 0, 0, shares, mustEnd: true, CreateVain(), out _))
        {
            throw Explain(arguments, shares);
        }

        var matched = new List<JsonValue>(_parameters.Length);
        int at = 0;
        for (int i = 0; i < _parameters.Length; i++)
        {
            Parameter parameter = _parameters[i];
            if (shares[i] == 0 && parameter.TakesContext)
            {
                matched.Add(parameter.Accepts(context) ? context : throw new JsonataException("T0411", -1, null, context) { Index = at + 1 });
                continue;
            }

            // A parameter without a share still steps over an argument: the reference implementation does.
            int end = at + Math.Max(shares[i], 1);
            for (int first = at; at < end; at++)
            {
                JsonValue argument = at < arguments.Length ? arguments[at] : default;
                if (parameter.Type == 'a' && shares[i] > 0)
                {
                    argument = IsArray(parameter, argument, shares[i] == 1)
                        ? ToArray(argument)
                        : throw new JsonataException("T0412", -1, null, argument)
                        {
                            Index = at + 1,
                            ElementType = ParameterKind.PluralOf(parameter.Subtype!),
                        };
                }

                matched.Add(argument);
            }
        }

        return [.. matched];
    }

    private static bool CanBeArray(Parameter parameter, JsonValue argument) => IsArray(parameter, argument, isOnly: true);

    // The reference implementation compares all that a parameter took with the letter of its elements, so a second single value never fits.
    private static bool IsArray(Parameter parameter, JsonValue argument, bool isOnly)
    {
        if (parameter.Subtype is not { } subtype || argument.IsUndefined)
        {
            return true;
        }

        ParameterKinds wanted = subtype.Length > 0 ? ParameterKind.OfLetter(subtype[0]) : ParameterKinds.None;
        if (!argument.TryGetArray(out JsonArray? array))
        {
            return isOnly && subtype.Length == 1 && ParameterKind.Of(argument) == wanted;
        }

        foreach (JsonValue item in array.AsSpan())
        {
            if (ParameterKind.Of(item) != wanted)
            {
                return false;
            }
        }

        return true;
    }

    private static JsonValue ToArray(JsonValue argument) =>
        argument.IsArray || argument.IsUndefined ? argument : JsonArray.FromStorage([argument], 1);

    private HashSet<(int Parameter, int At)>? CreateVain() => _canMultiply ? [] : null;

    private bool TryDeal(
        ReadOnlySpan<JsonValue> arguments,
        int parameters,
        int parameter,
        int at,
        Span<int> shares,
        bool mustEnd,
        HashSet<(int Parameter, int At)>? vain,
        out int end)
    {
        if ((parameter & 15) == 15 && !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw FailureCodes.TooDeep();
        }

        end = at;
        if (parameter == parameters)
        {
            return !mustEnd || at == arguments.Length;
        }

        if (vain?.Contains((parameter, at)) == true)
        {
            return false;
        }

        Parameter wanted = _parameters[parameter];
        int most = 0;
        int bound = wanted.IsRepeated ? arguments.Length : Math.Min(arguments.Length, at + 1);
        while (at + most < bound && wanted.Accepts(arguments[at + most]))
        {
            most++;
        }

        for (int share = most; share >= (wanted.IsOptional ? 0 : 1); share--)
        {
            shares[parameter] = share;
            if (TryDeal(arguments, parameters, parameter + 1, at + share, shares, mustEnd, vain, out end))
            {
                return true;
            }
        }

        vain?.Add((parameter, at));
        return false;
    }

    // The first parameter that cannot be served names the argument at fault; if all can, an argument is left over.
    private JsonataException Explain(ReadOnlySpan<JsonValue> arguments, Span<int> shares)
    {
        int good = 0;
        for (int parameters = 1; parameters <= _parameters.Length; parameters++)
        {
            if (!TryDeal(arguments, parameters, 0, 0, shares, mustEnd: false, CreateVain(), out int end))
            {
                break;
            }

            good = end;
        }

        return new JsonataException("T0410", -1, null, good < arguments.Length ? arguments[good] : default) { Index = good + 1 };
    }
}
