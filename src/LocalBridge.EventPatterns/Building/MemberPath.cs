using System.Linq.Expressions;

namespace LocalBridge.EventPatterns.Building;

/// <summary>Reads the path of a field off an expression such as <c>order => order.Customer.Country</c>. Nothing is compiled or run.</summary>
internal static class MemberPath
{
    public static string Of(LambdaExpression expression, MemberNames names)
    {
        List<string> steps = [];
        Read(expression.Body, expression, names, steps);
        return steps.Count > 0 ? string.Join('.', steps) : throw Unsupported(expression);
    }

    private static void Read(Expression expression, LambdaExpression whole, MemberNames names, List<string> steps)
    {
        switch (expression)
        {
            case ParameterExpression parameter when parameter == whole.Parameters[0]:
                return;
            case UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } conversion:
                Read(conversion.Operand, whole, names, steps);
                return;
            case MemberExpression { Member.Name: "Value", Expression: { } nullable } when Nullable.GetUnderlyingType(nullable.Type) is not null:
                Read(nullable, whole, names, steps);
                return;
            case MemberExpression { Expression: { } owner } member:
                Read(owner, whole, names, steps);
                steps.Add(names.NameOf(owner.Type, member.Member));
                return;
            case BinaryExpression { NodeType: ExpressionType.ArrayIndex } element:
                Read(element.Left, whole, names, steps);
                return;
            case MethodCallExpression { Method.Name: "get_Item", Object: { } collection, Arguments: [Expression key] }:
                Read(collection, whole, names, steps);
                AddKey(key, whole, steps);
                return;
            case MethodCallExpression { Method.Name: "First" or "Single" or "ElementAt", Arguments: [Expression source, ..] } element
                when element.Method.DeclaringType == typeof(Enumerable) && element.Arguments.All(argument => argument is not LambdaExpression):
                Read(source, whole, names, steps);
                return;
            case MethodCallExpression { Method.Name: "Select" or "SelectMany", Arguments: [Expression source, LambdaExpression { Parameters.Count: 1 } selector] } projection
                when projection.Method.DeclaringType == typeof(Enumerable):
                Read(source, whole, names, steps);
                Read(selector.Body, selector, names, steps);
                return;
            default:
                throw Unsupported(whole);
        }
    }

    /// <summary>A number picks an element, which patterns look through; a text picks a field.</summary>
    private static void AddKey(Expression key, LambdaExpression whole, List<string> steps)
    {
        if (key is ConstantExpression { Value: string name })
        {
            steps.Add(name);
        }
        else if (key.Type != typeof(int))
        {
            throw Unsupported(whole);
        }
    }

    private static ArgumentException Unsupported(LambdaExpression expression) => new(
        $"The expression '{expression}' is not a path of properties. Write something like 'order => order.Customer.Country', or use Field for a field that no property stands for.",
        nameof(expression));
}
