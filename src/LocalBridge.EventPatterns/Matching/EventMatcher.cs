using System.Buffers;
using LocalBridge.EventPatterns.Compiled;

namespace LocalBridge.EventPatterns.Matching;

/// <summary>Matches one pattern against one event: a scan, then a verdict on the findings.</summary>
internal static class EventMatcher
{
    /// <summary>Up to so many words of bits live on the stack: enough for some 700 conditions.</summary>
    internal const int StackWords = 32;

    public static bool IsMatch(CompiledPattern pattern, ReadOnlySpan<byte> data, EventGuarantees guarantees)
    {
        int words = Findings.WordsFor(pattern);
        ulong[]? rented = words > StackWords ? ArrayPool<ulong>.Shared.Rent(words) : null;
        Span<ulong> bits = rented is null ? stackalloc ulong[StackWords] : rented;
        bits.Clear();
        scoped Findings findings = new(pattern, bits);
        scoped EventScan scan = new(pattern, data, guarantees, null);
        try
        {
            scan.Run(ref findings);
            return Decide(ref findings);
        }
        finally
        {
            scan.Dispose();
            findings.Dispose();
            if (rented is not null)
            {
                ArrayPool<ulong>.Shared.Return(rented);
            }
        }
    }

    private static bool Decide(ref Findings findings)
    {
        if (findings.Records.Count > 0)
        {
            return DecideWithArrays(ref findings);
        }

        foreach (SubRule subRule in findings.Pattern.SubRules)
        {
            if (IsSatisfiedFreely(subRule, ref findings, trustAbsence: true))
            {
                return true;
            }
        }

        return false;
    }

    private static bool DecideWithArrays(ref Findings findings)
    {
        ArraySolver solver = new(findings);
        try
        {
            foreach (SubRule subRule in findings.Pattern.SubRules)
            {
                if (IsSatisfiedFreely(subRule, ref findings, trustAbsence: false) || (IsPossible(subRule, ref findings) && solver.Solve(subRule.Fields.AsSpan())))
                {
                    return true;
                }
            }

            return false;
        }
        finally
        {
            solver.Dispose();
        }
    }

    /// <summary>Whether values outside array elements satisfy the sub-rule. What is in array elements may contradict an absence.</summary>
    private static bool IsSatisfiedFreely(SubRule subRule, ref Findings findings, bool trustAbsence)
    {
        foreach (FieldCondition field in subRule.Fields)
        {
            if (!findings.IsAccepted(field) && !(trustAbsence && field.AcceptsAbsence && !findings.IsPresent(field.PathId)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether each field by itself can be satisfied; most sub-rules of a large <c>$or</c> fall out here.</summary>
    private static bool IsPossible(SubRule subRule, ref Findings findings)
    {
        foreach (FieldCondition field in subRule.Fields)
        {
            if (!field.AcceptsAbsence && !findings.IsAccepted(field) && !findings.IsAcceptedInElement(field))
            {
                return false;
            }
        }

        return true;
    }
}
