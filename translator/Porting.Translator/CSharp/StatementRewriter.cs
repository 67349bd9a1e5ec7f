namespace Porting.Translator.CSharp;

/// <summary>Walks a tree of statements and changes it on the way up. What nothing is changed in comes back as the same
/// object.</summary>
internal abstract class StatementRewriter
{
    /// <summary>A statement with its parts already changed.</summary>
    protected virtual Statement Changed(Statement statement) => statement;

    /// <summary>The statements of a block or a section, each already changed.</summary>
    protected virtual NodeList<Statement> Changed(NodeList<Statement> statements) => statements;

    protected virtual Node Changed(Node expression) => expression;

    public Statement Visit(Statement statement) =>
        statement switch
        {
            Block block => Changed(VisitBlock(block)),
            ExpressionStatement effect => Changed(VisitEffect(effect)),
            Declaration declaration => Changed(VisitDeclaration(declaration)),
            IfStatement branch => VisitIf(branch),
            WhileStatement or DoStatement or ForStatement => Changed(VisitLoop(statement)),
            SwitchStatement choice => Changed(VisitSwitch(choice)),
            SwitchSection section => Changed(VisitSection(section)),
            TryStatement guarded => Changed(VisitTry(guarded)),
            ReturnStatement { Value: { } value } result => Changed(VisitReturn(result, value)),
            _ => Changed(statement),
        };

    private Node? VisitOptional(Node? expression) => expression == null ? null : Changed(expression);

    private NodeList<Statement> VisitAll(NodeList<Statement> statements) => Changed(statements.Select(Visit));

    private Block VisitBlock(Block block) =>
        VisitAll(block.Body) is var body && body == (object)block.Body ? block : block with { Body = body };

    private ExpressionStatement VisitEffect(ExpressionStatement effect) =>
        Changed(effect.Expression) is var expression && expression == (object)effect.Expression
            ? effect
            : effect with
            {
                Expression = expression,
            };

    private Declaration VisitDeclaration(Declaration declaration)
    {
        NodeList<Declarator> declarators = declaration.Declarators.Select(d =>
            VisitOptional(d.Value) is var value && value == (object?)d.Value ? d : d with { Value = value }
        );
        return declarators == (object)declaration.Declarators
            ? declaration
            : declaration with
            {
                Declarators = declarators,
            };
    }

    /// <summary>From the end of a chain of else if, which may be long, to its beginning.</summary>
    private Statement VisitIf(IfStatement branch)
    {
        List<IfStatement> chain = [branch];
        while (chain[^1].Else is IfStatement next)
        {
            chain.Add(next);
        }

        Statement? otherwise = chain[^1].Else is { } last ? Visit(last) : null;
        for (int i = chain.Count - 1; i >= 0; i--)
        {
            IfStatement old = chain[i];
            (Node condition, Block then) = (Changed(old.Condition), (Block)Visit(old.Then));
            bool isSame =
                condition == (object)old.Condition && then == (object)old.Then && otherwise == (object?)old.Else;
            otherwise = Changed(isSame ? old : old with { Condition = condition, Then = then, Else = otherwise });
        }

        return otherwise!;
    }

    private Statement VisitLoop(Statement loop)
    {
        switch (loop)
        {
            case WhileStatement old:
                (Node condition, Block body) = (Changed(old.Condition), (Block)Visit(old.Body));
                return condition == (object)old.Condition && body == (object)old.Body
                    ? old
                    : old with
                    {
                        Condition = condition,
                        Body = body,
                    };
            case DoStatement old:
                (body, condition) = ((Block)Visit(old.Body), Changed(old.Condition));
                return condition == (object)old.Condition && body == (object)old.Body
                    ? old
                    : old with
                    {
                        Condition = condition,
                        Body = body,
                    };
            default:
                return VisitFor((ForStatement)loop);
        }
    }

    private ForStatement VisitFor(ForStatement old)
    {
        Declaration? declared = old.Declared == null ? null : VisitDeclaration(old.Declared);
        NodeList<Node> initial = old.Initial.Select(Changed);
        Node? condition = VisitOptional(old.Condition);
        NodeList<Node> steps = old.Steps.Select(Changed);
        Block body = (Block)Visit(old.Body);
        bool isSame =
            declared == (object?)old.Declared
            && initial == (object)old.Initial
            && condition == (object?)old.Condition
            && steps == (object)old.Steps
            && body == (object)old.Body;
        return isSame
            ? old
            : old with
            {
                Declared = declared,
                Initial = initial,
                Condition = condition,
                Steps = steps,
                Body = body,
            };
    }

    private SwitchStatement VisitSwitch(SwitchStatement old)
    {
        (Node value, NodeList<Statement> sections) = (Changed(old.Value), old.Sections.Select(Visit));
        return value == (object)old.Value && sections == (object)old.Sections
            ? old
            : old with
            {
                Value = value,
                Sections = sections,
            };
    }

    private SwitchSection VisitSection(SwitchSection old) =>
        VisitAll(old.Body) is var body && body == (object)old.Body ? old : old with { Body = body };

    private TryStatement VisitTry(TryStatement old)
    {
        (Block body, Block last) = ((Block)Visit(old.Body), (Block)Visit(old.Finally));
        return body == (object)old.Body && last == (object)old.Finally ? old : old with { Body = body, Finally = last };
    }

    private ReturnStatement VisitReturn(ReturnStatement old, Node value) =>
        Changed(value) is var changed && changed == (object)value ? old : old with { Value = changed };
}
