"""Make days of entries of labelled feeds: their timestamps are taken away (untimedmade), or written as clocks below date headers (daysmade).

usage: days.py TOOLS_DIR OUT_DIR CORPUS_DIR...      TOOLS_DIR holds perturb.py
"""
import sys,glob,os,json,random,datetime
sys.path.insert(0, sys.argv.pop(1))
from perturb import Case, clock, NOTATIONS
out=sys.argv[1]
FORMS=['%d %B %Y','%B %d, %Y','%A, %d %B %Y','%d.%m.%Y','%Y-%m-%d','%d %B','%A %d %B','## %d %B %Y']
def write(folder,name,lines,gold):
    d=os.path.join(out,folder); os.makedirs(d,exist_ok=True)
    open(os.path.join(d,name+'.txt'),'w').write('\n'.join(lines)+'\n')
    json.dump(gold,open(os.path.join(d,name+'.gold.json'),'w'))
for d in sys.argv[2:]:
  for g in sorted(glob.glob(d+'/*.gold.json')):
    c=Case(g)
    if len(c.entries)<6: continue
    for i in range(2):
      r=random.Random('%s %d'%(c.name,i))
      ents=[]
      for e in c.entries:
        t=[c.lines[n-1].strip() for n in range(e['first_line'],e['last_line']+1) if n not in c.ignore and c.lines[n-1].strip()]
        if t and not any(ch.isdigit() for ch in t[0][:12]+t[0][-12:]): ents.append((t,e.get('time')))
      if len(ents)<6: continue
      ents=ents[:60]
      days=r.randint(1,4)
      newest=c.gold['order']!='oldest-first'
      form=r.choice(FORMS); base=datetime.date(2024,5,r.randint(6,25))
      for kind in ('untimedmade','daysmade'):
        lines=[];E=[];ig=[]
        if r.random()<.5: lines.append('Harbour live: the day in short'); ig.append(len(lines))
        if r.random()<.3: lines.append('All that happened on the coast, as it was reported.'); ig.append(len(lines))
        per=max(2,len(ents)//days); note=r.choice(NOTATIONS)
        blank=r.random()<.15
        ok=True
        for k,(t,tm) in enumerate(ents):
            day=min(k//per,days-1)
            date=base-datetime.timedelta(day) if newest else base+datetime.timedelta(day)
            if k%per==0 and k//per<days:
                lines.append(date.strftime(form)); ig.append(len(lines))
            if kind=='daysmade':
                # clocks run with the order inside the day
                pos=k-day*per; n=per if day<days-1 else len(ents)-day*per
                m=480+pos*600//max(1,n)
                if newest: m=480+(n-1-pos)*600//max(1,n)
                lines.append(clock('%02d:%02d'%(m//60,m%60),note)); ig.append(len(lines)); tm='%02d:%02d'%(m//60,m%60)
            a=len(lines)+1
            lines+=t[:3]
            E.append({'first_line':a,'last_line':len(lines),'date':date.isoformat(),'time':tm if kind=='daysmade' else None})
            if blank: lines.append('')
        asof=(base if newest else base+datetime.timedelta(days-1)).isoformat()
        write(kind,'%s.%d'%(c.name,i),lines,{'options':{'as_of':asof},'order':'newest-first' if newest else 'oldest-first','entries':E,'ignore':ig})
